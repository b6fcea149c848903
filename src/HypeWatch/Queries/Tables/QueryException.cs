using HypeWatch.Model;

namespace HypeWatch.Queries.Tables;

/// <summary>A question that makes no sense or took too long; the message is one line that names the part and the remedy.</summary>
public sealed class QueryException(string message, Exception? inner = null) : HypeWatchException(message, inner!);
