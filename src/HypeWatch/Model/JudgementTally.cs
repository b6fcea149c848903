namespace HypeWatch.Model;

/// <summary>How a language model did at judging something of a release: what it did not answer verifiably was dropped, and the rules decided.</summary>
/// <param name="Subject">What was judged: <c>citations</c>, <c>warrants</c> or <c>flags</c>.</param>
/// <param name="Model">The model.</param>
/// <param name="Asked">Items that it was asked about.</param>
/// <param name="Dropped">Items on which it gave no answer that can be verified.</param>
public sealed record JudgementTally(string Subject, string Model, int Asked, int Dropped);
