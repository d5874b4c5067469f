"""The channels of the demo group: who runs them, what they brought out lately, who follows."""
