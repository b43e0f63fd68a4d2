using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Imports;
using Revitalization.Hosting.Access;
using Revitalization.Hosting.Refusals;
using Revitalization.Silo.Households;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Imports.Duplicates;
using Revitalization.Silo.Imports.Files;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Imports.Running;
using Revitalization.Silo.Imports.Writing;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Imports;

/// <summary>Imports over HTTP: a county or a partner city sends a sheet of a kind that is its own, watches it, fetches what came back.</summary>
public static class ImportEndpoints
{
    // A form's own lines come on top of the file.
    private const long BodyBytesMax = (256L << 20) + (1 << 20);

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/api/imports").RequireAuthorization(RolePolicies.Importer).WithSender().WithTags("导入");
        imports.MapPost("/{kind}", Post).WithMetadata(new RequestSizeLimitAttribute(BodyBytesMax)).DisableAntiforgery();
        imports.MapGet("", List);
        imports.MapGet("/{id}", Get);
        imports.MapGet("/{id}/errors.csv", GetErrors);
        imports.MapGet("/{id}/write-back", GetWriteBack).RequireAuthorization(Roles.County);
        imports.MapGet("/{id}/write-back/departures", GetDepartures).RequireAuthorization(Roles.County);
        imports.MapGet("/{id}/duplicates", GetDuplicates).RequireAuthorization(Roles.County).WithAfter();
        imports.MapDelete("/{id}", Cancel);
        imports.MapPut("/{id}/resumption", Resume);
    }

    private static async Task<Results<Accepted<ImportProgress>, ProblemHttpResult>> Post(
        string kind, ImportDesk desk, ImportViews views, HttpContext http, CancellationToken cancellation)
    {
        if (ImportKinds.Announced.Contains(kind)) return Problems.From(ImportRefusal.KindNotOpen);
        if (!ImportKinds.Open.Contains(kind) && !ImportKinds.OfPartner.Contains(kind)) return Problems.From(ImportRefusal.KindUnknown);
        var by = http.Sender();
        if (!ImportKinds.OpenTo(by.Role).Contains(kind)) return Problems.From(AccessRefusal.RoleInsufficient);
        if (http.Request.ContentLength > BodyBytesMax) return Problems.From(ImportRefusal.FileTooLarge);
        try
        {
            var sheet = await UploadedSheet.Open(http.Request, cancellation);
            var refused = ImportKinds.OfPartner.Contains(kind)
                ? ImportPlace.Partnership(sheet.Partnership, by, out var place)
                : ImportPlace.Region(sheet.Region, by, out place);
            if (refused is { } refusal) return Problems.From(refusal);
            var request = new ImportRequest(ImportIds.Of(by), kind, place, sheet.Source);
            var import = await desk.Receive(request, sheet.Body, by, cancellation);
            return TypedResults.Accepted($"/api/imports/{request.Id}", views.Of(request.Id, import));
        }
        catch (SheetRefusedException refused)
        {
            return Refuse(refused);
        }
    }

    private static ProblemHttpResult Refuse(SheetRefusedException refused)
    {
        var entry = Contracts.Refusals.RefusalCatalog.EntryOf(refused.Refusal);
        return Problems.From(refused.Refusal, $"{refused.Detail}{entry.Remedy}", refused.Headings.Select(heading => new FieldError(heading, entry.Title, entry.Code)));
    }

    private static async Task<Results<Ok<ImportPage>, ProblemHttpResult>> List(
        string? cursor, int? limit, ImportDirectory directory, ImportDesk desk, ImportViews views, HttpContext http, CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        var before = Cursor.Read(cursor, 1) switch { null => -1, [""] => long.MaxValue, [var text] => long.TryParse(text, out var seq) ? seq : -1, _ => -1 };
        if (before < 0) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        var size = limit ?? 50;
        var found = await directory.Imports(http.Sender(), before, size + 1, cancellation);
        var shown = await Task.WhenAll(found.Take(size).Select(async each => views.Of(each.Import, await desk.Find(each.Import))));
        return TypedResults.Ok(new ImportPage(shown, found.Count > size ? Cursor.Write(FormattableString.Invariant($"{found[size - 1].Seq}")) : null));
    }

    private static async Task<Results<Ok<ImportProgress>, ProblemHttpResult>> Get(string id, ImportDesk desk, ImportViews views, HttpContext http) =>
        await Visible(id, desk, http) is { } import ? TypedResults.Ok(views.Of(id, import)) : Problems.From(ImportRefusal.ImportUnknown);

    private static async Task<Results<Ok<ImportDuplicates>, ProblemHttpResult>> GetDuplicates(
        string id, ImportDesk desk, ImportFiles files, UploadedSheets sheets, DuplicateRows duplicates, HttpContext http, CancellationToken cancellation)
    {
        if (await Visible(id, desk, http) is not { Received: { } received } import) return Problems.From(ImportRefusal.ImportUnknown);
        if (import.FilesDeleted || !files.HasUpload(id)) return Problems.From(ImportRefusal.FilesDeleted);
        try
        {
            using var sheet = await sheets.Open(id, received, new());
            return TypedResults.Ok(await duplicates.Of(id, received, sheet, http.Sender().Account, cancellation));
        }
        catch (SheetRefusedException refused)
        {
            return Refuse(refused);
        }
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> GetErrors(string id, ImportDesk desk, ImportFiles files, HttpContext http)
    {
        if (await Visible(id, desk, http) is not { } import) return Problems.From(ImportRefusal.ImportUnknown);
        if (import.FilesDeleted || !files.HasUpload(id)) return Problems.From(ImportRefusal.FilesDeleted);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(body => WriteErrors(body, files.ReadErrors(id, import.Tally.ErrorBytes)), "text/csv; charset=utf-8", $"errors-{id}.csv");
    }

    private static Task<Results<PushStreamHttpResult, ProblemHttpResult>> GetWriteBack(
        string id, string? format, ImportDesk desk, ImportFiles files, UploadedSheets sheets, WriteBack writeBack, HttpContext http, CancellationToken cancellation) =>
        Written(id, "write-back", ImportKinds.IsWrittenBack, format, desk, files, sheets, writeBack.Write, http, cancellation);

    private static Task<Results<PushStreamHttpResult, ProblemHttpResult>> GetDepartures(
        string id, string? format, ImportDesk desk, ImportFiles files, UploadedSheets sheets, WriteBack writeBack, HttpContext http, CancellationToken cancellation) =>
        Written(id, "departures", ImportKinds.HasDepartures, format, desk, files, sheets, writeBack.WriteDepartures, http, cancellation);

    private delegate Task WriteSheet(string id, ReceiveImport import, SheetOpening sheet, SheetFormat format, Stream to, string account, CancellationToken cancellation);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Written(
        string id, string name, Func<string, bool> isOpen, string? format, ImportDesk desk, ImportFiles files, UploadedSheets sheets, WriteSheet write, HttpContext http, CancellationToken cancellation)
    {
        if (await Visible(id, desk, http) is not { Received: { } received } import) return Problems.From(ImportRefusal.ImportUnknown);
        if (!isOpen(received.Kind)) return Problems.From(ImportRefusal.KindNotOpen);
        if (import.FilesDeleted || !files.HasUpload(id)) return Problems.From(ImportRefusal.FilesDeleted);
        var asked = format switch { "xlsx" => SheetFormat.Workbook, "csv" => SheetFormat.Text(TextEncodings.Utf8), _ => new SheetFormat(received.Format, received.Encoding) };
        try
        {
            var sheet = await sheets.Open(id, received, new());
            http.Response.RegisterForDispose(sheet);
            return Sent(http, asked, $"{name}-{id}", body => write(id, received, sheet, asked, body, http.Sender().Account, cancellation));
        }
        catch (SheetRefusedException refused)
        {
            return Refuse(refused);
        }
    }

    private static PushStreamHttpResult Sent(HttpContext http, SheetFormat format, string name, Func<Stream, Task> write)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Archive and text writers write as they go; a copy of personal data on disk would be the worse choice.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(write, format.Encoding is null ? WorkbookType : $"text/csv; charset={format.Encoding}", $"{name}.{format.Name}");
    }

    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static async Task WriteErrors(Stream body, IEnumerable<string> pieces)
    {
        await using var text = new StreamWriter(body, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await text.WriteAsync(ErrorLines.Head);
        foreach (var piece in pieces) await text.WriteAsync(piece);
    }

    private static Task<Results<Ok<ImportProgress>, ProblemHttpResult>> Cancel(string id, ImportDesk desk, ImportViews views, HttpContext http) =>
        Told(id, desk, views, http, desk.Cancel);

    private static Task<Results<Ok<ImportProgress>, ProblemHttpResult>> Resume(string id, ImportDesk desk, ImportViews views, HttpContext http) =>
        Told(id, desk, views, http, desk.Resume);

    private static async Task<Results<Ok<ImportProgress>, ProblemHttpResult>> Told(
        string id, ImportDesk desk, ImportViews views, HttpContext http, Func<string, Sender, Task<CommandReply>> tell)
    {
        if (await Visible(id, desk, http) is null) return Problems.From(ImportRefusal.ImportUnknown);
        var reply = await tell(id, http.Sender());
        return reply.Refusal is { } refusal ? Replies.Problem(refusal) : TypedResults.Ok(views.Of(id, await desk.Find(id)));
    }

    // An import outside the caller's regions or partnerships does not exist for him.
    internal static async Task<Import?> Visible(string id, ImportDesk desk, HttpContext http)
    {
        if (!ImportIds.IsId(id)) return null;
        var import = await desk.Find(id);
        return import.Received is { } received && ImportPlace.IsOf(received.Region, http.Sender()) ? import : null;
    }
}
