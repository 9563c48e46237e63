// The tests of an example stand beside it, as they would in a repository of its own.
import '../../examples/shop/course.test';
import '../../examples/shop/shop.test';
