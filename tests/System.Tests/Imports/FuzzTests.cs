using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Imports;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.SystemTests.Imports;

/// <summary>
/// Whatever bytes come in, a reader answers rows or a named refusal: never another exception, a hang, or memory without bound.
/// The seed is fixed, so a case that fails once fails again.
/// </summary>
public sealed class FuzzTests
{
    private const int TextCases = 40_000, WorkbookCases = 8_000, BodyCases = 20_000;
    private const string Letters = "户编号,\"\"\r\n\t;|=1E+17１２監(jiān)?脱贫户2023-09-30'\ufeff\u3000\ud83d";

    private static readonly SheetLimits Tight = SheetLimits.Default with { MaxLine = 2_000, MaxCell = 500, MaxColumns = 30, MaxRows = 200, RatioFreeBytes = 1 << 16 };

    [Fact]
    public void Text_of_any_bytes_is_read_or_refused()
    {
        var random = new Random(20230711);
        var seed = Encoding.UTF8.GetBytes(Sheets.Households + "510823100901,H001,脱贫户,,,2023-01-10\n\"510823100901\",H002,\"脫貧戶\",,是,2023年1月10日\n");
        var gb = Sheets.Gb18030(Encoding.UTF8.GetString(seed));
        for (var n = 0; n < TextCases; n++) Try(n, n % 3 == 0 ? Typed(random) : Mutated(random, n % 3 == 1 ? seed : gb), ImportKinds.Households);
    }

    [Fact]
    public void A_workbook_with_any_bytes_damaged_is_read_or_refused()
    {
        var random = new Random(20230712);
        var plain = Sheets.Workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>户类型</t></is></c></row><row r=\"2\"><c s=\"1\"><v>45199</v></c></row>", "<si><t>户编号</t></si>", "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
        for (var n = 0; n < WorkbookCases; n++)
            Try(n, n % 2 == 0 ? Mutated(random, plain) : Sheets.Workbook(Markup(random), Markup(random), Markup(random)), ImportKinds.Households);
    }

    [Fact]
    public void A_body_of_any_text_is_read_or_refused()
    {
        var random = new Random(20230713);
        var seed = JsonSerializer.SerializeToUtf8Bytes(new MemberBody("示例甲", "510823199001010018", "head", new DateOnly(2023, 1, 10)), ServiceJson.Options);
        for (var n = 0; n < BodyCases; n++) Parse(n, Mutated(random, seed));
    }

    private static void Parse(int n, byte[] body)
    {
        try
        {
            JsonSerializer.Deserialize<MemberBody>(body, ServiceJson.Options);
        }
        catch (JsonException)
        {
            // A body that cannot be read has this one name; the pipeline makes a problem document of it.
        }
        catch (Exception other)
        {
            throw new InvalidOperationException($"Case {n} ({Convert.ToHexString(body)}) met {other.GetType().Name}.", other);
        }
    }

    private static void Try(int n, byte[] file, string kind)
    {
        var (before, since) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        try
        {
            Bind(file, kind);
        }
        catch (SheetRefusedException refused)
        {
            refused.Detail.ShouldNotBeNullOrEmpty();
        }
        catch (Exception other)
        {
            throw new InvalidOperationException($"Case {n} ({Convert.ToHexString(file)}) met {other.GetType().Name}.", other);
        }
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L << 20);
        Stopwatch.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    private static void Bind(byte[] file, string kind)
    {
        using var stream = new MemoryStream(file);
        var (format, tally) = (SheetFormat.Detect(stream), new CleaningTally());
        using var sheet = SheetOpening.Open(stream, format, SheetLayouts.Of(kind), [], Tight, tally);
        while (sheet.Next() is { } row) BoundRow.Bind(sheet.Plan, row, tally);
    }

    private static byte[] Typed(Random random) =>
        Encoding.UTF8.GetBytes(Sheets.Households + string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => Letters[random.Next(Letters.Length)])));

    private static string Markup(Random random)
    {
        string[] pieces = ["<row>", "</row>", "<c>", "</c>", "<c r=\"AA1\" t=\"s\">", "<v>", "</v>", "1", "99999999999999999999", "<is><t>", "</t></is>", "<si>", "</si>", "<xf numFmtId=\"14\"/>", "&amp;", "&x;", "]]>", "<row r=\"5\"/>"];
        return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static byte[] Mutated(Random random, byte[] seed)
    {
        var bytes = new List<byte>(seed);
        for (var change = random.Next(1, 8); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at))); break;
                default: bytes.Insert(at, (byte)"\"\n,\0{}[]:0xF"[random.Next(12)]); break;
            }
        }
        return [.. bytes];
    }
}
