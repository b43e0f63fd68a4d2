using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>A list as a sheet (导出): rows leave as they are read, so that a county's list takes no more memory than a page's.</summary>
internal static class ListExport
{
    private static readonly string[] s_headings =
    [
        "户编号", "村代码", "村名", "户主", "家庭人口", "环节", "进入环节日期", "监测对象类别", "预警颜色", "纳入日期", "纳入次数", "帮扶联系人",
        "待指定联系人", "最近时限事项", "最近时限", "是否超期", "最近走访", "未完成措施",
    ];

    public static async Task Write(Stream body, SheetFormat format, IAsyncEnumerable<IReadOnlyList<MonitoringRow>> pages, CancellationToken cancellation)
    {
        using var written = new MemoryStream();
        await using var gate = new OutgoingStream(written);
        using (var sheet = SheetWriter.Open(gate, format))
        {
            sheet.Write(s_headings);
            await foreach (var page in pages.WithCancellation(cancellation))
            {
                foreach (var row in page) sheet.Write(Cells(row));
                await Send(written, body, cancellation);
            }
        }
        await Send(written, body, cancellation);
    }

    // Writers of sheets and archives know no asynchronous write, which a response must have: what they wrote is sent between pages.
    private static async Task Send(MemoryStream written, Stream body, CancellationToken cancellation)
    {
        await body.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), cancellation);
        written.SetLength(0);
    }

    private static string[] Cells(MonitoringRow row) =>
    [
        row.Household, row.VillageCode, row.VillageName, row.HeadNameMasked ?? "", Number(row.Members), MonitoringTerms.Steps[row.Step], PersonFields.Day(row.Since),
        row.Kind is { } kind ? MonitoringTerms.Kinds[kind] : "", row.ColourName ?? "", Day(row.AdmittedOn), row.Round == 0 ? "" : Number(row.Round), row.Cadre ?? "",
        row.CadreWanted ? "是" : "", row.DueKind is { } due ? MonitoringTerms.Deadlines[due] : "", Day(row.DueOn), row.IsOverdue ? "是" : "", Day(row.LastVisitOn),
        Number(row.OpenMeasures),
    ];

    private static string Day(DateOnly? day) => day is { } known ? PersonFields.Day(known) : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Only goes forward, as a response does: an archive written into it notes no sizes it would have to come back for.</summary>
internal sealed class OutgoingStream(Stream inner) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => inner.Flush();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
