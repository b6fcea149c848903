using System.Data.Common;
using Dapper;

namespace HypeWatch.Storage;

/// <summary>
/// The kept numbers of claims and flags by each value of a column. Triggers note which documents a transaction changed something of; before it ends, the shares of these are counted anew,
/// so that the numbers are true for whoever sees the rows.
/// </summary>
internal static class ValueCounts
{
    /// <summary>Steps of counting, in their order; the sign goes with the shares: first the old ones are taken off, then the new ones are put to.</summary>
    private static readonly (string Name, int Sign)[] Steps =
    [
        ("storage/take-value-changes", 0), ("storage/note-value-revisions", 0), ("storage/add-value-parts", -1), ("storage/delete-value-parts", 0), ("storage/fill-value-parts", 0), ("storage/add-value-parts", 1),
        ("storage/delete-value-noughts", 0), ("storage/delete-value-changes", 0), ("storage/delete-value-work", 0),
    ];

    /// <summary>Brings the numbers up to what the transaction has written so far.</summary>
    public static async Task KeepAsync(WriteScope scope)
    {
        if ((await scope.QueryAsync("storage/find-value-change", new { }, row => row.Text("document_id"))).Count == 0) return;
        // On PostgreSQL two transactions may want to change one number; the lock ends with the transaction.
        await scope.QueryAsync("storage/lock-value-counts", new { }, _ => 0);
        foreach (var (name, sign) in Steps) await (sign == 0 ? scope.ExecuteAsync(name, new { }) : scope.ExecuteAsync(name, new { Sign = (long)sign }));
    }

    /// <summary>The same for rows that were written without a <see cref="WriteScope"/>.</summary>
    public static async Task KeepAsync(DbConnection connection, DbTransaction transaction, SqlLibrary sql, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(sql["storage/lock-value-counts"], transaction: transaction, cancellationToken: ct));
        foreach (var (name, sign) in Steps) await connection.ExecuteAsync(new CommandDefinition(sql[name], sign == 0 ? null : new { Sign = (long)sign }, transaction, cancellationToken: ct));
    }
}
