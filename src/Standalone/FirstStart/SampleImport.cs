using System.Net.Http.Headers;
using Revitalization.Contracts.Imports;

namespace Revitalization.Standalone.FirstStart;

/// <summary>One sheet of the sample, written while it is sent.</summary>
internal sealed record SampleSheet(string Region, string Kind, string Title, Func<Stream, CancellationToken, Task> WriteTo);

/// <summary>Sends sheets through <c>POST /api/imports/{kind}</c>, as a county does with its real ones.</summary>
internal sealed class SampleImport(PlatformClient county)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task Load(SampleSheet sheet, CancellationToken stop)
    {
        using var content = new SheetContent(sheet, stop);
        using var accepted = await county.Send(HttpMethod.Post, $"/api/imports/{sheet.Kind}?region={sheet.Region}", content, stop);
        var address = accepted.Headers.Location?.ToString() ?? throw new FirstLoadException("An accepted import has no address.");
        var progress = await Finished(address, stop);
        if (progress.State != ImportStates.Completed)
            throw new FirstLoadException($"{sheet.Title} was not imported: {progress.State}, {progress.Problem?.Detail}");
        Console.Out.WriteLine(FormattableString.Invariant(
            $"  {sheet.Title} · {ImportKinds.Title(sheet.Kind)}: {progress.RowsRead} rows, {progress.Committed} new, {progress.Unchanged} known, {progress.Refused} refused"));
    }

    private async Task<ImportProgress> Finished(string address, CancellationToken stop)
    {
        while (true)
        {
            var progress = await county.Get<ImportProgress>(address, stop);
            if (progress.State is not (ImportStates.Received or ImportStates.Running)) return progress;
            await Task.Delay(Pause, stop);
        }
    }

    private sealed class SheetContent : HttpContent
    {
        private readonly SampleSheet _sheet;
        private readonly CancellationToken _stop;

        public SheetContent(SampleSheet sheet, CancellationToken stop)
        {
            (_sheet, _stop) = (sheet, stop);
            Headers.ContentType = new MediaTypeHeaderValue("text/csv", "utf-8");
        }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => _sheet.WriteTo(stream, _stop);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
