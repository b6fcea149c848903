using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Propagation;

public sealed class VersionChangesTests
{
    private static readonly VersionChanges Changes = new(new LexiconSet());

    [Theory]
    [InlineData("Steering with lantern units removes flattery in chat models.", "Steering with lantern units may reduce flattery in some chat models.", ClaimChangeKind.Softened)]
    [InlineData("Steering with lantern units may reduce flattery in some chat models.", "Steering with lantern units always reduces flattery in chat models.", ClaimChangeKind.Strengthened)]
    [InlineData("Lantern units cover 34 percent of flattery in chat models.", "Lantern units cover 12 percent of flattery in chat models.", ClaimChangeKind.NumberChanged)]
    [InlineData("Our sparse dictionary explains all lantern units and proves that audits guarantee safety.", "Our sparse dictionary may explain parts of the lantern units and suggests that audits could help safety.", ClaimChangeKind.Softened)]
    public void A_claim_that_says_something_else_is_told_with_its_direction(string before, string after, ClaimChangeKind kind)
    {
        var change = Assert.Single(Changes.Between(Document(before), Document(after)));
        Assert.Equal((kind, before, after), (change.Kind, change.Before!.Quote, change.After!.Quote));
    }

    [Theory]
    [InlineData("The probe reached 71 percent accuracy overall.", "The probe reached 93 percent accuracy overall.", true)]
    [InlineData("Our dictionary holds 34 million entries in total.", "Our dictionary holds 16 million entries in total.", true)]
    [InlineData("Training took 12 hours on one machine.", "Training took 4.5 hours on one machine.", true)]
    [InlineData("The probe reached 71 percent accuracy overall.", "The probe never reached 93 percent accuracy overall.", false)]
    [InlineData("The probe reached 71 percent accuracy overall.", "Raters preferred 93 percent of the answers.", false)]
    public void A_corrected_number_is_a_change_and_no_other_claim(string before, string after, bool isChange)
    {
        var found = Changes.Between(Document(before), Document(after));
        Assert.Equal(isChange ? [ClaimChangeKind.NumberChanged] : [ClaimChangeKind.Removed, ClaimChangeKind.Added], found.Select(change => change.Kind));
    }

    [Fact]
    public void A_claim_that_only_moved_is_no_change()
    {
        const string One = "Steering with lantern units removes flattery in chat models.", Other = "Probes read colours out of the second layer.";
        Assert.Empty(Changes.Between(Document(One, Other), Document(Other, One)));
    }

    [Theory]
    [InlineData("Steering With Lantern Units Removes Flattery In Chat Models")]
    [InlineData("Steering with lantern-units removes flattery in chat models.")]
    public void Other_capitals_or_marks_are_no_change(string after) => Assert.Empty(Changes.Between(Document("Steering with lantern units removes flattery in chat models."), Document(after)));

    [Fact]
    public void What_went_and_what_is_new_are_told_apart()
    {
        const string Kept = "Steering with lantern units removes flattery in chat models.", Gone = "Probes read colours out of the second layer.", New = "Ablation of the embedding breaks addition.";
        var found = Changes.Between(Document(Kept, Gone), Document(Kept, New));
        Assert.Equal([(ClaimChangeKind.Removed, Gone), (ClaimChangeKind.Added, New)], found.Select(change => (change.Kind, (change.Before ?? change.After)!.Quote)));
    }

    private static DossierDocument Document(params string[] sentences)
    {
        DocumentVersion version = new WrittenText("https://quayside.example/lanterns", DocumentKind.Paper, string.Join('\n', sentences));
        var claims = sentences.Select(sentence =>
        {
            var start = version.Text.IndexOf(sentence, StringComparison.Ordinal);
            return Claim.Cut(
                version, new(start, start + sentence.Length), new([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, version.Document.Asserter, Place.Body, 0.8), new("test", "1"));
        });
        return new(version, DocumentRelation.Primary, [.. claims], [], new(version.Id, [], [], []));
    }
}
