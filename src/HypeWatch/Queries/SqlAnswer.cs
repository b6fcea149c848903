using HypeWatch.Model;

namespace HypeWatch.Queries;

/// <summary>What a reader's own SQL gave.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The rows; a value is a text, a number or null, a blob is its hexadecimal digits.</param>
/// <param name="Truncated">Whether there are more rows than <see cref="SqlSettings.MaxRows"/>.</param>
public sealed record SqlAnswer(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, bool Truncated);

/// <summary>A statement that is not allowed, is wrong, or took too long. The message says which and what to do.</summary>
public sealed class SqlRefusedException(string message, Exception? inner = null) : HypeWatchException(message, inner!);

/// <summary>Runs one statement that only reads the documented views (<c>..._v</c>).</summary>
internal interface IReadOnlySql
{
    Task<SqlAnswer> RunAsync(string sql, IReadOnlyDictionary<string, string?> parameters, SqlSettings limits, bool isPublic, CancellationToken ct);
}
