using System.ComponentModel.DataAnnotations;

namespace HypeWatch.Queries;

/// <summary>Limits of questions in a reader's own SQL, section <c>Sql</c>.</summary>
public sealed record SqlSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Sql";

    /// <summary>Longest run of a statement, in milliseconds, 10 to 600000.</summary>
    [Range(10, 600_000, ErrorMessage = "Sql:MaxMilliseconds must lie between 10 and 600000")]
    public int MaxMilliseconds { get; set; } = 1000;

    /// <summary>Most rows of an answer, 1 to 1000000; more are cut, and the answer says so.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Sql:MaxRows must lie between 1 and 1000000")]
    public int MaxRows { get; set; } = 1000;

    /// <summary>Largest text or blob that a statement may make on SQLite, in bytes, 1000 to 100000000.</summary>
    [Range(1000, 100_000_000, ErrorMessage = "Sql:MaxValueBytes must lie between 1000 and 100000000")]
    public int MaxValueBytes { get; set; } = 1_000_000;

    /// <summary>Connection string of a login on PostgreSQL that may select from the views alone; null keeps readers' SQL off there.</summary>
    public string? PostgresReader { get; set; }

    /// <summary>Whether readers on the web and programs over the Model Context Protocol may write statements of their own; otherwise stored ones alone are answered there. Default true.</summary>
    public bool OwnStatements { get; set; } = true;

    /// <summary>Further stored statements, by name: letters, digits and hyphens. They go before those of the program.</summary>
    public Dictionary<string, string> Stored { get; set; } = [];
}
