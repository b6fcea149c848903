using HypeWatch.Queries.Tables;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Queries;

public sealed class QueryParserTests
{
    private readonly QueryTables tables = new(["OC01", "OC13"]);
    private readonly QueryParser parser = new(Options.Create(new QuerySettings()));

    [Theory]
    [InlineData("order", "quote;drop", "there is no filter 'order'")]
    [InlineData("quote; DROP TABLE claims", "x", "there is no filter")]
    [InlineData("type__like", "T1", "there is no such comparison; known: exact, not, contains")]
    [InlineData("type", "T99", "type: 'T99' is unknown; known: T1")]
    [InlineData("flag", "OC99", "flag: 'OC99' is unknown; known: OC01, OC13")]
    [InlineData("start_offset", "many", "'many' is no whole number")]
    [InlineData("start_offset__contains", "1", "start_offset is a number")]
    [InlineData("extraction_confidence__gt", "NaN", "is no number")]
    [InlineData("published_not_before", "yesterday", "write it as 2026-11-26")]
    [InlineData("is_headline", "perhaps", "write 1 or 0")]
    [InlineData("quote__isnull", "2", "a whole number from 0 to 1")]
    [InlineData("type__in", ",", "1 to 200 values")]
    [InlineData("asserter", "a\u0000b", "no control characters")]
    [InlineData("_sort", "quote", "'quote' is none of id,")]
    [InlineData("_sort", "id; DROP TABLE claims", "is none of")]
    [InlineData("_facet", "quote", "'quote' is none of type,")]
    [InlineData("_size", "0", "from 1 to 1000")]
    [InlineData("_size", "1001", "from 1 to 1000")]
    [InlineData("offset", "-1", "whole number")]
    [InlineData("_next", "nonsense", "_next: this is no page")]
    [InlineData("_next", "bnVsbA", "_next: this is no page")]
    [InlineData("_next", "WyJpZCIsMV0", "_next: this is no page")]
    public void What_makes_no_sense_is_said_in_one_line_that_names_it(string name, string value, string words)
    {
        var problem = Assert.Throws<QueryException>(() => Parse((name, value)));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.True(problem.Message.Length < 1200);
    }

    [Fact]
    public void A_permalink_says_all_that_was_asked_but_not_the_page()
    {
        var query = Parse(("q", "fully understood"), ("type__in", "T1,T2"), ("_sort_desc", "strength"), ("_facet", "type"), ("asserter", ""), ("offset", "3"));
        Assert.Equal("?q=fully%20understood&type__in=T1%2CT2&_sort_desc=strength&_facet=type", query.Link());
        Assert.Equal(3, query.Skip);
    }

    [Fact]
    public void A_value_is_asked_for_and_again_is_taken_back()
    {
        var column = tables.Claims.Column("strength")!;
        var (link, isSelected) = Parse(("min_strength", "S3")).Toggle(column, "S4");
        Assert.False(isSelected);
        Assert.Equal("?min_strength=S3&strength=S4", link);
        Assert.Equal(("?min_strength=S3", true), Parse(("min_strength", "S3"), ("strength__exact", "S4")).Toggle(column, "S4"));
        Assert.Equal(("?publisher__isnull=1", false), Parse().Toggle(tables.Claims.Column("publisher")!, null));
    }

    [Fact]
    public void A_question_of_very_many_parts_is_refused() =>
        Assert.Throws<QueryException>(() => Parse([.. Enumerable.Range(0, 100).Select(i => ("quote__contains", $"word{i}"))]));

    private TableQuery Parse(params (string Name, string Value)[] pairs) => parser.Parse(tables.Claims, pairs.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
