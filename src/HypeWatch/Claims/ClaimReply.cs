using System.ComponentModel;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>What a language model answers to the prompt <c>claims/extract-claims</c>: where claims and caveats stand, never text of its own.</summary>
/// <param name="Claims">The claims.</param>
/// <param name="Caveats">The caveats.</param>
public sealed record ClaimReply(IReadOnlyList<ClaimItem> Claims, IReadOnlyList<CaveatItem> Caveats);

/// <summary>A claim as a model proposes it; becomes a <see cref="Claim"/> only when its words are found in the text.</summary>
/// <param name="Sentences">Numbers of the sentences that it stands in.</param>
/// <param name="FirstWords">First words, for a part of a sentence; else null.</param>
/// <param name="LastWords">Last words, for a part of a sentence; else null.</param>
/// <param name="Quote">Exact copy, where words and numbers cannot name the place; else null.</param>
/// <param name="Types">Main type first.</param>
/// <param name="Strength">How much is asserted.</param>
/// <param name="Certainty">How sure it sounds.</param>
/// <param name="Mode">In what voice it stands.</param>
/// <param name="Polarity">Whether it affirms or denies.</param>
/// <param name="Asserter">Who asserts it; null for the document's own voice.</param>
/// <param name="AttributedTo">Whom it is said to come from; else null.</param>
/// <param name="ComparativeTo">What it is compared to; else null.</param>
/// <param name="Normalised">Neutral sentence, where the words cannot stand alone; else null.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record ClaimItem(
    [property: Description("numbers of the sentences, adjacent")] IReadOnlyList<int> Sentences,
    [property: Description("exact first words of a part; null for whole sentences")] string? FirstWords,
    [property: Description("exact last words of a part; null for whole sentences")] string? LastWords,
    [property: Description("exact copy, only where nothing else can name the place; else null")] string? Quote,
    [property: Description("main type first")] IReadOnlyList<ClaimType> Types,
    Strength Strength,
    Certainty Certainty,
    AssertMode Mode,
    Polarity Polarity,
    [property: Description("as the sentences spell the name; null for the document's own voice")] string? Asserter,
    [property: Description("as the sentences spell the name; else null")] string? AttributedTo,
    [property: Description("as the sentences spell it; else null")] string? ComparativeTo,
    [property: Description("null, unless the words cannot be understood alone")] string? Normalised,
    [property: Description("0 to 1")] double Confidence);

/// <summary>A caveat as a model proposes it; becomes a <see cref="Caveat"/> only when its words are found in the text.</summary>
/// <param name="Sentences">Numbers of the sentences that it stands in.</param>
/// <param name="FirstWords">First words, for a part of a sentence; else null.</param>
/// <param name="LastWords">Last words, for a part of a sentence; else null.</param>
/// <param name="Quote">Exact copy, where words and numbers cannot name the place; else null.</param>
/// <param name="Kind">What sort of limit it states.</param>
/// <param name="Specific">Whether it names the thing limited.</param>
public sealed record CaveatItem(
    [property: Description("numbers of the sentences, adjacent")] IReadOnlyList<int> Sentences,
    [property: Description("exact first words of a part; null for whole sentences")] string? FirstWords,
    [property: Description("exact last words of a part; null for whole sentences")] string? LastWords,
    [property: Description("exact copy, only where nothing else can name the place; else null")] string? Quote,
    CaveatKind Kind,
    [property: Description("whether it names the thing limited")] bool Specific);
