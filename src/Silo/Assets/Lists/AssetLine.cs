using System.Data.Common;
using System.Diagnostics;
using Revitalization.Domain.Assets;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Lists;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Assets.Lists;

/// <summary>An asset's row as it stands, moved by one event at a time.</summary>
internal sealed record AssetLine(
    string Project, AssetProfile Profile, string Owner, string Keeper, DateOnly RegisteredOn, string State, string? Condition, DateOnly? InspectedOn, long IncomeFen,
    long UsedFen, long Version)
{
    public const string Columns =
        "asset, project, name, class, region, value_fen, owner, keeper, duty, inspect_months, registered_on, state, condition, inspected_on, income_fen, used_fen, version";

    private static readonly string s_writtenOff = Terms.Code(AssetState.WrittenOff);

    public static AssetLine Apply(AssetLine? line, AssetEvent happened, long version) => (happened switch
    {
        AssetRegistered e when line is null => new(
            e.Project, e.Profile, e.Profile.Owner, e.Profile.Keeper, e.On, Terms.Code(AssetState.Kept), null, null, 0, 0, version),
        AssetRegistered e => line! with { Project = e.Project, Profile = e.Profile },
        AssetInspected e => line!.Seen(e.On, e.Condition),
        AssetIncomeRecorded e => line! with { IncomeFen = line.IncomeFen + e.Fen },
        AssetIncomeReversed e => line! with { IncomeFen = line.IncomeFen - e.Fen },
        AssetIncomeUsed e => line! with { UsedFen = line.UsedFen + e.Fen },
        AssetUseReversed e => line! with { UsedFen = line.UsedFen - e.Fen },
        AssetTransferred e => line! with { Owner = e.Owner, Keeper = e.Keeper },
        WriteOffAsked => line! with { State = Terms.Code(AssetState.WriteOffAsked) },
        WriteOffRefused => line! with { State = Terms.Code(AssetState.Kept) },
        AssetWrittenOff => line! with { State = s_writtenOff },
        _ => throw new UnreachableException($"No row for {happened.GetType().Name}."),
    }) with { Version = version };

    /// <summary>The newest look; of two on one day the graver.</summary>
    private AssetLine Seen(DateOnly on, AssetCondition condition) =>
        on < InspectedOn || (on == InspectedOn && condition < Terms.Find<AssetCondition>(Condition!)) ? this : this with { InspectedOn = on, Condition = Terms.Code(condition) };

    public DateOnly? DueOn => Profile.InspectEveryMonths > 0 && State != s_writtenOff ? (InspectedOn ?? RegisteredOn).AddMonths(Profile.InspectEveryMonths) : null;

    public object?[] Row(string id) =>
    [
        id, Project, Profile.Name, Terms.Code(Profile.Class), Profile.Region, Profile.ValueFen, Owner, Keeper, Profile.Duty, (long)Profile.InspectEveryMonths,
        PersonFields.Day(RegisteredOn), State, Condition, Day(InspectedOn), Day(DueOn), IncomeFen, UsedFen, Version,
    ];

    /// <summary>Owner and keeper at registration are not in the row: only the present ones move on from here.</summary>
    public static KeyValuePair<string, AssetLine> Read(DbDataReader reader)
    {
        var profile = new AssetProfile(
            reader.GetString(2), Terms.Find<AssetClass>(reader.GetString(3))!.Value, reader.GetString(4), reader.GetInt64(5), reader.GetString(6), reader.GetString(7),
            reader.GetString(8), (int)reader.GetInt64(9));
        return new(reader.GetString(0), new(
            reader.GetString(1), profile, reader.GetString(6), reader.GetString(7), FileRow.Day(reader, 10)!.Value, reader.GetString(11), reader.Text(12),
            FileRow.Day(reader, 13), reader.GetInt64(14), reader.GetInt64(15), reader.GetInt64(16)));
    }

    private static string? Day(DateOnly? day) => day is { } known ? PersonFields.Day(known) : null;
}
