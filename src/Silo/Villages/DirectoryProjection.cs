using System.Collections.Immutable;
using Revitalization.Domain.Accounts;
using Revitalization.Domain.Events;
using Revitalization.Domain.Villages;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Villages;

/// <summary>Lists of villages, accounts and stand-ins. Few events, so each is written as it comes.</summary>
public sealed class DirectoryProjection : IProjection
{
    public const string ProjectionName = "directory";

    private static readonly ProjectionTable s_villages = new(
        "villages",
        """
        code TEXT PRIMARY KEY, name TEXT NOT NULL, kinds BIGINT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT,
        predecessors TEXT NOT NULL, successors TEXT NOT NULL, version BIGINT NOT NULL
        """);

    private static readonly ProjectionTable s_accounts = new(
        "accounts", "account TEXT PRIMARY KEY, role TEXT NOT NULL, scopes TEXT NOT NULL, post TEXT, disabled BIGINT NOT NULL, version BIGINT NOT NULL");

    private static readonly ProjectionTable s_standIns = new(
        "stand_ins",
        """
        absent TEXT NOT NULL, act TEXT NOT NULL, stand_in TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT NOT NULL, withdrawn BIGINT NOT NULL,
        seq BIGINT NOT NULL, PRIMARY KEY (absent, act)
        """);

    private static readonly RowShape s_village = new("villages", ["code"], ["name", "kinds", "valid_from", "valid_until", "predecessors", "successors", "version"]);

    private static readonly RowShape s_account = new("accounts", ["account"], ["role", "scopes", "post", "disabled", "version"]);

    private static readonly RowShape s_standIn = new("stand_ins", ["absent", "act"], ["stand_in", "from_day", "until_day", "withdrawn", "seq"]);

    public string Name => ProjectionName;

    public int SchemaVersion => 3;

    public IReadOnlyList<ProjectionTable> Tables => [s_villages, s_accounts, s_standIns];

    public bool Wants(StoredEvent stored) => Key(stored, "village/") is not null || Key(stored, "account/") is not null;

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        foreach (var stored in events)
        {
            if (Key(stored, "village/") is { } code) await Apply(code, Read<VillageEvent>(stored), stored.Version, batch, cancellation);
            else if (Key(stored, "account/") is { } account) await Apply(account, Read<AccountEvent>(stored), stored, batch, cancellation);
        }
    }

    private static Task Apply(string code, VillageEvent happened, long version, ProjectionBatch batch, CancellationToken cancellation) => happened switch
    {
        VillageRegistered e => batch.Upsert(s_village, [[code, e.Name, (long)e.Kinds, PersonFields.Day(e.From), null, Joined(e.Predecessors), "", version]], cancellation),
        VillageProfileChanged e => Update(batch, "name=@a, kinds=@b", code, version, e.Name, (long)e.Kinds, cancellation),
        VillageDissolved e => Dissolve(batch, code, version, e, cancellation),
        _ => throw new System.Diagnostics.UnreachableException($"No directory rule for {happened.GetType().Name}."),
    };

    private static Task Apply(string account, AccountEvent happened, StoredEvent stored, ProjectionBatch batch, CancellationToken cancellation) => happened switch
    {
        AccountPut e => batch.Upsert(s_account, [[account, e.Role, Joined(e.Scopes), e.Post, e.Disabled ? 1L : 0L, stored.Version]], cancellation),
        StandInNamed e => batch.Upsert(
            s_standIn, [[e.Absent, e.Act, account, PersonFields.Day(e.From), PersonFields.Day(e.Until), 0L, stored.Seq]], cancellation),
        StandInWithdrawn e => Withdraw(batch, e, cancellation),
        PasswordSet or ApiKeyIssued or ApiKeyRevoked or SessionStarted or SessionEnded or AccountLocked => Task.CompletedTask,
        _ => throw new System.Diagnostics.UnreachableException($"No directory rule for {happened.GetType().Name}."),
    };

    private static Task<int> Withdraw(ProjectionBatch batch, StandInWithdrawn e, CancellationToken cancellation) => batch.Connection.Execute(
        batch.Transaction, $"UPDATE {batch.Table("stand_ins")} SET withdrawn=1 WHERE absent=@absent AND act=@act", cancellation, ("absent", e.Absent), ("act", e.Act));

    private static async Task Dissolve(ProjectionBatch batch, string code, long version, VillageDissolved e, CancellationToken cancellation)
    {
        await Update(batch, "valid_until=@a, successors=@b", code, version, PersonFields.Day(e.On), Joined(e.Successors), cancellation);
        foreach (var successor in e.Successors)
        {
            await using var command = batch.Command($"""
                UPDATE {batch.Table("villages")} SET predecessors = trim(predecessors || ' ' || @old)
                WHERE code=@code AND ' ' || predecessors || ' ' NOT LIKE '% ' || @old || ' %'
                """);
            command.Add("old", code);
            command.Add("code", successor);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task Update(
        ProjectionBatch batch, string sets, string code, long version, object a, object b, CancellationToken cancellation)
    {
        await using var command = batch.Command($"UPDATE {batch.Table("villages")} SET {sets}, version=@version WHERE code=@code");
        command.Add("a", a);
        command.Add("b", b);
        command.Add("version", version);
        command.Add("code", code);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string? Key(StoredEvent stored, string prefix) =>
        stored.Stream.StartsWith(prefix, StringComparison.Ordinal) ? stored.Stream[prefix.Length..] : null;

    private static string Joined(ImmutableArray<string> values) => values.IsDefaultOrEmpty ? "" : string.Join(' ', values);

    private static TEvent Read<TEvent>(StoredEvent stored) where TEvent : class
    {
        try
        {
            return EventCatalog.Read<TEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        }
        catch (EventUnreadableException unreadable)
        {
            throw PoisonEventException.Of(stored, unreadable);
        }
    }
}
