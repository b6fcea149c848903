using System.CommandLine;
using HypeWatch.Evals;
using HypeWatch.Evals.Bench;
using HypeWatch.Evals.Flags;
using HypeWatch.Evals.Fuzz;
using HypeWatch.Evals.Propagation;
using HypeWatch.Evals.Reading;
using HypeWatch.Evals.Replay;
using HypeWatch.Evals.Training;

return await new RootCommand("Measures the quality of the product's own path on labelled documents.")
{
    ClaimsEval.Make(), AnnotatedEval.Make(), AnnotatedFlagsEval.Make(), FlagCaseEval.Command(), MetamorphicEval.Command(), PairEval.Command(), BenchCommand.Make(), ReplayCommand.Make(), LabFeedsEval.Make(), ResolvedReferences.Make(), WarrantReadings.Make(),
    TrainCommand.Make(), FuzzCommand.Make(), Floors.Make(),
}.Parse(args).InvokeAsync();
