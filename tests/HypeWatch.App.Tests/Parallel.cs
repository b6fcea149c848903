// Each test starts whole programs with a scheduler of the same name, on a machine that may have two cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
