// What is compared has no colours, whatever the tests are run in: a terminal, CI, and jest with several workers, which asks for colours.
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';
