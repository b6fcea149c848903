namespace HypeWatch.Queries;

/// <summary>The names of the parameters of a statement, <c>:name</c> or <c>@name</c>, so that a form can ask for their values.</summary>
public static class ParameterNames
{
    /// <summary>The names in their order, each once; what stands in quotes, comments or casts (<c>::text</c>) is none.</summary>
    public static IReadOnlyList<string> In(string sql)
    {
        var names = new List<string>();
        for (var at = 0; at < sql.Length;)
        {
            var end = sql[at] switch
            {
                '\'' or '"' or '`' => After(sql, sql[at].ToString(), at + 1),
                '[' => After(sql, "]", at + 1),
                '-' when Follows(sql, at, "--") => After(sql, "\n", at + 2),
                '/' when Follows(sql, at, "/*") => After(sql, "*/", at + 2),
                ':' when Follows(sql, at, "::") => at + 2,
                ':' or '@' => WordEnd(sql, at + 1),
                _ => at + 1,
            };
            if (sql[at] is ':' or '@' && end > at + 1 && sql[at + 1] != ':' && !names.Contains(sql[(at + 1)..end], StringComparer.Ordinal)) names.Add(sql[(at + 1)..end]);
            at = end;
        }

        return names;
    }

    private static bool Follows(string sql, int at, string sign) => string.CompareOrdinal(sql, at, sign, 0, sign.Length) == 0;

    private static int After(string sql, string sign, int from) => sql.IndexOf(sign, from, StringComparison.Ordinal) is var found && found < 0 ? sql.Length : found + sign.Length;

    private static int WordEnd(string sql, int at)
    {
        if (at < sql.Length && char.IsAsciiDigit(sql[at])) return at;
        while (at < sql.Length && (char.IsAsciiLetterOrDigit(sql[at]) || sql[at] == '_')) at++;
        return at;
    }
}
