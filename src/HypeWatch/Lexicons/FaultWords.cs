using HypeWatch.Model;

namespace HypeWatch.Lexicons;

/// <summary>Phrases that find fault with a release, each with the flag code whose fault it names; a phrase that is denied finds none.</summary>
internal sealed class FaultWords
{
    /// <summary>A text is a critique from so many sentences on that find fault: fewer stand in every report that mentions a doubt. Our own estimate.</summary>
    private const int FewestSentences = 3;

    private readonly Lexicon faults;

    /// <summary>Reads the list.</summary>
    public FaultWords()
    {
        using var stream = typeof(FaultWords).Assembly.GetManifestResourceStream("accusations.tsv")!;
        using var reader = new StreamReader(stream);
        faults = Lexicon.Parse("accusations", reader);
    }

    /// <summary>The phrases of a sentence; their category is the code.</summary>
    public IEnumerable<LexiconHit> In(string sentence) => faults.Find(sentence).Where(hit => !Denial.Around(sentence, hit.Span.Start, hit.Span.End));

    /// <summary>Whether the writer of a text finds fault in several sentences; what readers wrote below it, and blocks that it quotes, are not the writer's.</summary>
    public bool IsCritical(DocumentVersion version) =>
        version.Passages.Where(passage => passage.Place != Place.Comment && passage.Speaker is null).Where(passage => In(version.TextOf(passage)).Any()).Take(FewestSentences).Count() == FewestSentences;
}
