using System.CommandLine;
using HypeWatch.Evals;

return await new RootCommand("Measures the quality of the product's own path on labelled documents.") { ClaimsEval.Make() }.Parse(args).InvokeAsync();
