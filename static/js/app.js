/* Starts Stimulus with every behaviour of the product; each works on HTML that already works without it. */
