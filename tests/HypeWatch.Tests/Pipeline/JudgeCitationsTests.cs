using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Pipeline;

public class JudgeCitationsTests
{
    private static readonly LexiconSet Lexicons = new();

    private static readonly PriorWork Work = new(
        new("quimby2020"), "Insulin and obese mice", ["Quimby"], 2020, new(2020, 6, 30), null, null, null, null, ["probing"], "Insulin treatment reduces inflammation in obese mice.", [], [], true, true);

    private static CitedSupport Judge(PriorWork work)
    {
        var dossier = new DossierBuilder().With([work], "probing").Paper(
            paper => paper.States(Place.Results, "Insulin treatment reduces inflammation in obese mice (Quimby, 2020).", ClaimType.CausalEffect, Strength.Regularity, Certainty.Plain).Cites(work.Title, "Quimby", 2020),
            "2024-01-01").Build();
        var judge = new JudgeCitations(new CitationMatcher([work]), new(new SupportReader(new ClassifierSet(), new PairFeatures(Lexicons)), Lexicons, new RelationReader()), new());
        return Assert.Single(judge.Judge(dossier.Documents[0]));
    }

    [Fact]
    public void An_abstract_that_says_the_same_bears_the_claim_out_word_for_word()
    {
        const string Abstract = "Seven models were studied. Insulin treatment reduces inflammation in obese mice.";
        var said = Judge(Work with { Abstract = Abstract });
        Assert.Equal((Work.Id, SupportVerdict.Entails), (said.Work, said.Said.Verdict));
        Assert.Equal("Insulin treatment reduces inflammation in obese mice.", said.Said.Span!.Value.Of(Abstract));
    }

    [Fact]
    public void Our_own_summary_of_a_work_decides_nothing() => Assert.Equal(SupportVerdict.NotAvailable, Judge(Work).Said.Verdict);
}
