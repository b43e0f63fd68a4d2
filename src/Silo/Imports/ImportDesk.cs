using System.Collections.Immutable;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Households;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Imports.Files;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Imports.Running;

namespace Revitalization.Silo.Imports;

/// <param name="Region">Significant digits of the county (or narrower) that the rows must lie in; a partnership's scope for a partner's kinds.</param>
public sealed record ImportRequest(string Id, string Kind, string Region, string Source);

/// <summary>Receives files (收件): stores them encrypted, reads them once to the end, and only then lets their rows in.</summary>
public sealed class ImportDesk(
    IGrainFactory grains, ImportFiles files, MappingDesk mappings, ImportQueue queue, TimeProvider clock, SheetLimits limits)
{
    /// <summary>Days that an uploaded file and its error file are kept (保存期限).</summary>
    public const int KeptDays = 30;

    public Task<Import> Find(string id) => grains.GetGrain<IImportGrain>(id).Read();

    /// <exception cref="SheetRefusedException">The file as a whole cannot be read; nothing of it is kept.</exception>
    public async Task<Import> Receive(ImportRequest request, Stream body, Sender by, CancellationToken cancellation)
    {
        var known = await Find(request.Id);
        if (known.Received is { } first) return await IsFirst(first, request, body, cancellation) ? known : throw new SheetRefusedException(ImportRefusal.KeyReused, "");
        if (!queue.HasRoom) throw new SheetRefusedException(ImportRefusal.QueueFull, "已有多次导入在等待。");
        var bytes = await files.Receive(request.Id, body, limits.MaxFileBytes, cancellation)
            ?? throw new SheetRefusedException(ImportRefusal.FileTooLarge, FormattableString.Invariant($"文件超过 {limits.MaxFileBytes >> 20} MB。"));
        var accepted = false;
        try
        {
            var mapping = await mappings.RulesOf(request.Region, request.Kind, request.Source);
            var (format, unknown) = await Task.Run(() => Inspect(request, mapping, cancellation), cancellation);
            await Record(request, mapping, format, unknown, bytes, by);
            accepted = true;
        }
        finally
        {
            if (!accepted) files.Delete(request.Id);
        }
        queue.Add(request.Id);
        return await Find(request.Id);
    }

    /// <summary>Sent again under its key, the first upload stands. Another sheet under that key must not seem to have gone in.</summary>
    private async Task<bool> IsFirst(ReceiveImport first, ImportRequest request, Stream body, CancellationToken cancellation)
    {
        if ((first.Kind, first.Region, first.Source) != (request.Kind, request.Region, request.Source)) return false;
        if (!files.HasUpload(request.Id)) return true; // Its days are over; nothing is left to compare.
        using var kept = files.OpenUpload(request.Id);
        var (theirs, ours) = (new byte[65536], new byte[65536]);
        while (await body.ReadAtLeastAsync(theirs, theirs.Length, throwOnEndOfStream: false, cancellation) is var read and > 0)
        {
            if (kept.ReadAtLeast(ours.AsSpan(0, read), read, throwOnEndOfStream: false) != read || !theirs.AsSpan(0, read).SequenceEqual(ours.AsSpan(0, read))) return false;
        }
        return kept.Read(ours) == 0;
    }

    public async Task<CommandReply> Cancel(string id, Sender by)
    {
        var reply = await Tell(id, new CancelImport(clock.GetUtcNow()), "cancel", by);
        queue.Stop(id);
        return reply;
    }

    /// <summary>Lets a cancelled or interrupted import go on from its last row; whoever was told so once more is told the same.</summary>
    public async Task<CommandReply> Resume(string id, Sender by)
    {
        if (!queue.HasRoom) return CommandReply.From(ImportRefusal.QueueFull.On());
        if (!files.HasUpload(id)) return CommandReply.From(ImportRefusal.FilesDeleted.On());
        var reply = await Tell(id, new ResumeImport(clock.GetUtcNow()), "resume", by);
        if (reply is { Refusal: null, Changed: true }) queue.Add(id);
        return reply;
    }

    // It may be cancelled and resumed more than once: the version tells one time from the next.
    private async Task<CommandReply> Tell(string id, ImportCommand command, string what, Sender by)
    {
        var version = (await Find(id)).Version;
        return await grains.GetGrain<IImportGrain>(id)
            .Handle(command, new CommandContext(FormattableString.Invariant($"import/{id}/{what}/{version}"), what, by.Account));
    }

    /// <summary>Reads the whole sheet without acting on it, so that a file that cannot be read to its end changes nothing.</summary>
    private (SheetFormat Format, IReadOnlyList<string> Unknown) Inspect(ImportRequest request, ImmutableArray<ColumnRule> mapping, CancellationToken cancellation)
    {
        using var upload = files.OpenUpload(request.Id);
        var format = SheetFormat.Detect(upload);
        using var sheet = SheetOpening.Open(upload, format, SheetLayouts.Of(request.Kind), MappingDesk.Columns(mapping), limits, new CleaningTally());
        var rows = 0L;
        while (sheet.Next() is not null)
        {
            rows++;
            cancellation.ThrowIfCancellationRequested();
        }
        return rows > 0 ? (format, sheet.Plan.UnknownColumns) : throw new SheetRefusedException(ImportRefusal.FileEmpty, "表头以下没有数据行。");
    }

    private async Task Record(ImportRequest request, ImmutableArray<ColumnRule> mapping, SheetFormat format, IReadOnlyList<string> unknown, long bytes, Sender by)
    {
        var receive = new ReceiveImport(
            request.Kind, request.Region, request.Source, format.Name, format.Encoding, bytes, by.Account, by.Role,
            [.. by.Scopes.Select(scope => scope.ToString())], clock.GetUtcNow(), clock.ChinaToday().AddDays(KeptDays),
            [.. unknown.Select(heading => heading.Length > 60 ? heading[..60] : heading)], mapping);
        await grains.GetGrain<IImportGrain>(request.Id).Handle(receive, new CommandContext($"import/{request.Id}/receive", request.Id, by.Account));
    }
}
