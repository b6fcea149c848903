using System.CommandLine;
using HypeWatch.Evals;
using HypeWatch.Evals.Bench;
using HypeWatch.Evals.Flags;
using HypeWatch.Evals.Propagation;

return await new RootCommand("Measures the quality of the product's own path on labelled documents.") { ClaimsEval.Make(), FlagCaseEval.Command(), PairEval.Command(), BenchCommand.Make() }.Parse(args).InvokeAsync();
