using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Releases;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Aid.Receipts;

/// <summary>
/// Signed receipts (签名回执) of acts on a report. A receipt is a function of the stored event, so none is kept: it is made whenever it is asked for,
/// and says the same for ever. Signed with the key that signs releases, which portals publish.
/// </summary>
public sealed class AidReceipts(IEventLog log, ReleaseSigner signer)
{
    private const int EventsPerRead = 1_000;

    /// <summary>Every act on the report, oldest first; of no report none.</summary>
    public async Task<List<SignedReceipt>> Of(string report, string partnership, CancellationToken cancellation)
    {
        var receipts = new List<SignedReceipt>();
        var version = 0L;
        while (await log.ReadStream(StreamOf(report), version, EventsPerRead, cancellation) is { Count: > 0 } page)
        {
            receipts.AddRange(page.Select(stored => Sign(report, partnership, stored)));
            version = page[^1].Version;
        }
        return receipts;
    }

    /// <summary>The receipt of the act that this reply accepted; null where it changed nothing.</summary>
    public async Task<SignedReceipt?> Of(string report, string partnership, CommandReply reply, CancellationToken cancellation)
    {
        if (reply.Refusal is not null || !reply.Changed) return null;
        var stored = await log.ReadStream(StreamOf(report), reply.Version - 1, 1, cancellation);
        return stored is [{ } happened] && happened.Seq == reply.Seq ? Sign(report, partnership, happened) : null;
    }

    /// <summary>Of the act as it stands in the log; a release names it beside the report.</summary>
    public static string ContentHash(StoredEvent stored) => Convert.ToHexStringLower(SHA256.HashData(stored.Data.Span));

    /// <summary>What is signed: the receipt's canonical JSON (RFC 8785) without its signature.</summary>
    public static byte[] Signed(SignedReceipt receipt)
    {
        var body = (JsonObject)JsonSerializer.SerializeToNode(receipt, ServiceJson.Options)!;
        body.Remove("signature");
        return CanonicalJson.Write(body);
    }

    private SignedReceipt Sign(string report, string partnership, StoredEvent stored)
    {
        var fen = Fen(EventCatalog.Read<AidReportEvent>(stored.Type, stored.SchemaVersion, stored.Data));
        var receipt = new SignedReceipt(
            report, partnership, stored.Type, stored.Stream, stored.Version, stored.Seq, stored.At.ToOffset(ChinaCalendar.Offset), stored.Actor, fen,
            ContentHash(stored), signer.Public.Id, "");
        return receipt with { Signature = signer.Sign(Signed(receipt)).Value };
    }

    /// <summary>The amount the act itself states.</summary>
    private static long Fen(AidReportEvent happened) => happened switch
    {
        SupportDrafted e => e.Support.AmountFen,
        SupportReported e => e.Support.AmountFen,
        SupportCorrected e => e.Support.AmountFen,
        SupportConfirmed e => e.ConfirmedFen,
        _ => 0,
    };

    private static string StreamOf(string report) => $"aid-report/{report}";
}
