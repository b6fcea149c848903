namespace HypeWatch.Classifiers;

/// <summary>A sentence and what stands around it; what is not known is left out.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Previous">The sentence before it in the same part of the text.</param>
/// <param name="Next">The sentence after it.</param>
/// <param name="Index">Its position in its part of the text, from 0.</param>
/// <param name="Count">Number of sentences of that part; 0 when unknown.</param>
/// <param name="Section">Heading of that part.</param>
public sealed record SentenceInContext(string Text, string? Previous = null, string? Next = null, int Index = 0, int Count = 0, string? Section = null);
