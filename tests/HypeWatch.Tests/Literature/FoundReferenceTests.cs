using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.Tests.Literature;

public class FoundReferenceTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static Reference Entry(string? title, int? year, string? doi = null, string? arxiv = null, params string[] authors) =>
        new(0, $"{string.Join(", ", authors)}. {title}. {year}", null, title, authors, year, doi, arxiv, null);

    private static WorkRecord Record(string title, string author, string date, string? doi = null, string? arxiv = null) =>
        new("Crossref", title, [author], PublicationDate.TryParseIso(date, "test"), null, doi, arxiv, null);

    private static bool Is(Reference reference, WorkRecord record) => FoundReference.Is(reference, FoundReference.EntryOf(record, Today)!);

    [Fact]
    public void A_title_matches_with_first_author_and_year_and_never_by_a_surname()
    {
        var asked = Entry("Tracing harbour heads in small transformers", 2021, null, null, "Quimby", "Stone");
        Assert.True(Is(asked, Record("Tracing Harbour Heads in Small Transformers", "Ann Quimby", "2022-03-01")));
        Assert.False(Is(asked, Record("Tracing Harbour Heads in Small Transformers", "Ann Rook", "2022-03-01")));
        Assert.False(Is(asked, Record("Tracing Harbour Heads in Small Transformers", "Ann Quimby", "2016-03-01")));
        Assert.False(Is(asked, Record("Harbours and their heads", "Ann Quimby", "2021-03-01")));
    }

    [Fact]
    public void An_identifier_that_leads_to_another_title_is_not_believed()
    {
        var asked = Entry("Tracing harbour heads in small transformers", 2021, "10.1000/p1", null, "Quimby");
        Assert.True(Is(asked, Record("Tracing harbour heads in transformers", "Ann Quimby", "2021", "10.1000/p1")));
        Assert.False(Is(asked, Record("On the feeding of otters", "Ann Quimby", "2021", "10.1000/p1")));
    }

    [Fact]
    public void A_reference_without_identifier_title_or_author_is_not_asked_about()
    {
        Assert.Null(FoundReference.KeyOf(Entry(null, 2021, null, null, "Quimby")));
        Assert.Null(FoundReference.KeyOf(Entry("Tracing harbour heads in small transformers", 2021)));
        Assert.Null(FoundReference.KeyOf(Entry(new string('x', 400), 2021, null, null, "Quimby")));
        Assert.Equal("doi:10.1000/p1", FoundReference.KeyOf(Entry(null, null, "10.1000/p1")));
        Assert.Equal(
            FoundReference.KeyOf(Entry("Tracing harbour heads in small transformers", 2021, null, null, "Quimby")),
            FoundReference.KeyOf(Entry("Tracing Harbour Heads in Small Transformers.", 2021, null, null, "Quimby")));
    }

    [Fact]
    public void The_state_of_a_work_is_that_of_the_day_that_is_asked_for()
    {
        var record = Record("Tracing harbour heads", "Ann Quimby", "2022-06-01", "10.1000/p1", "2101.00001") with { State = PublicationState.Conference, Status = AnnouncedStatus.Retracted };
        var work = WorkMerger.ToWork(FoundReference.EntryOf(record, Today)!, "Crossref") with { FirstPublic = new(2021, 1, 5) };
        Assert.Null(work.StateOn(new(2020, 12, 31)));
        Assert.Equal(PublicationState.Preprint, work.StateOn(new(2021, 2, 1)));
        Assert.Equal(PublicationState.Conference, work.StateOn(new(2022, 7, 1)));
        Assert.Equal(PublicationState.Retracted, work.StateOn(Today));
    }
}
