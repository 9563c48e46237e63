/** What runs. The pipeline of a service writes the commit that it built here: that change is the release, and reverting it the way back. */
export const IMAGE_TAGS = {
  checkout: 'd41f0b7',
  paymentService: '8c2e91a',
} as const;
