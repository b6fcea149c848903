using System.Collections.Frozen;

namespace HypeWatch.Propagation;

/// <summary>What a sentence says, in a form in which two wordings of the same can be compared without a model.</summary>
/// <param name="Terms">Its concepts in order, as often as they stand there.</param>
/// <param name="Concepts">What it speaks about; the value tells whether the word says the contrary of the concept.</param>
/// <param name="Subject">The concepts before its first verb.</param>
/// <param name="Predicate">The concepts from its first verb on.</param>
/// <param name="Quantities">Its numbers.</param>
/// <param name="Names">Names with a number, such as those of models.</param>
/// <param name="Denies">Whether it denies.</param>
/// <param name="IsNorm">Whether it says what ought to be instead of what is.</param>
internal sealed record Proposition(
    IReadOnlyList<Concept> Terms, FrozenDictionary<string, Concept> Concepts, FrozenSet<string> Subject, FrozenSet<string> Predicate, IReadOnlyList<Quantity> Quantities, FrozenSet<string> Names, bool Denies, bool IsNorm);
