using System.CommandLine;
using HypeWatch.Evals;
using HypeWatch.Evals.Bench;
using HypeWatch.Evals.Flags;

return await new RootCommand("Measures the quality of the product's own path on labelled documents.") { ClaimsEval.Make(), FlagCaseEval.Command(), BenchCommand.Make(), LabFeedsEval.Make() }.Parse(args).InvokeAsync();
