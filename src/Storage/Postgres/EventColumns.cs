using Npgsql;
using NpgsqlTypes;
using Revitalization.Storage.EventLog;

namespace Revitalization.Storage.Postgres;

/// <summary>A batch's events turned into columns: one array for each, so that one statement inserts them all.</summary>
internal sealed class EventColumns
{
    private readonly List<long> _seq = [];
    private readonly List<string> _stream = [];
    private readonly List<long> _version = [];
    private readonly List<string> _type = [];
    private readonly List<int> _schema = [];
    private readonly List<byte[]> _data = [];
    private readonly List<string> _actor = [];
    private readonly List<DateTime> _at = [];
    private readonly List<string> _commandId = [];

    public EventColumns(BatchPlan plan)
    {
        foreach (var (request, seqBefore, outcome) in plan.Accepted)
            for (var i = 0; i < request.Events.Count; i++)
                Add(request, i, seqBefore, outcome.At.UtcDateTime);
    }

    public NpgsqlParameter[] Parameters() =>
    [
        Of(NpgsqlDbType.Bigint, _seq), Of(NpgsqlDbType.Text, _stream), Of(NpgsqlDbType.Bigint, _version),
        Of(NpgsqlDbType.Text, _type), Of(NpgsqlDbType.Integer, _schema), Of(NpgsqlDbType.Bytea, _data),
        Of(NpgsqlDbType.Text, _actor), Of(NpgsqlDbType.TimestampTz, _at), Of(NpgsqlDbType.Text, _commandId),
    ];

    private void Add(AppendRequest request, int i, long seqBefore, DateTime at)
    {
        var e = request.Events[i];
        _seq.Add(seqBefore + i + 1);
        _stream.Add(request.Stream);
        _version.Add(request.ExpectedVersion + i + 1);
        _type.Add(e.Type);
        _schema.Add(e.SchemaVersion);
        _data.Add(e.Data.ToArray());
        _actor.Add(request.Actor);
        _at.Add(at);
        _commandId.Add(request.CommandId);
    }

    internal static NpgsqlParameter Of(NpgsqlDbType type, object values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values };
}

/// <summary>The same of a batch's outcomes.</summary>
internal static class OutcomeColumns
{
    public static NpgsqlParameter[] Of(BatchPlan plan)
    {
        var outcomes = plan.Accepted.ConvertAll(accepted => accepted.Outcome);
        return
        [
            EventColumns.Of(NpgsqlDbType.Text, outcomes.ConvertAll(outcome => outcome.CommandId)), EventColumns.Of(NpgsqlDbType.Text, outcomes.ConvertAll(outcome => outcome.ContentHash)),
            EventColumns.Of(NpgsqlDbType.Text, outcomes.ConvertAll(outcome => outcome.Stream)), EventColumns.Of(NpgsqlDbType.Bigint, outcomes.ConvertAll(outcome => outcome.Version)),
            EventColumns.Of(NpgsqlDbType.Bigint, outcomes.ConvertAll(outcome => outcome.Seq)), EventColumns.Of(NpgsqlDbType.TimestampTz, outcomes.ConvertAll(outcome => outcome.At.UtcDateTime)),
        ];
    }
}
