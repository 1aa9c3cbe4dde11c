// The router of the benchmark is generated: see GenerateBenchRouter.
