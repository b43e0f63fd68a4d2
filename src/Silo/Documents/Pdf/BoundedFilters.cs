using System.Collections.Concurrent;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Revitalization.Silo.Documents.Pdf;

/// <summary>More was packed into a PDF than is read of one.</summary>
public sealed class PdfTooLargeException() : Exception("A PDF holds more than is read of one.");

/// <summary>
/// PdfPig's filters within a bound: it unpacks a stream whole, into memory, however much comes out of it, and makes an object of every letter.
/// What would be too much is counted before it is unpacked; a form drawn again counts again. One for each document.
/// </summary>
internal sealed class BoundedFilters : IFilterProvider
{
    private const long BytesMax = 128L << 20, PageBytesMax = 1L << 20;
    private const int StreamsMax = 50_000;

    private readonly ConcurrentDictionary<IFilter, IFilter> _bounded = new();
    private long _bytes, _ofPage, _streams;

    /// <summary>What one page draws is bounded apart from the fonts, which all pages share.</summary>
    public void BeginPage() => _ofPage = 0;

    /// <summary>Whether it was too much: PdfPig may go on after what is thrown here.</summary>
    public bool IsExceeded { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => _bounded.GetOrAdd(filter, inner => new Bound(inner, this)))];

    private void Spend(long bytes, DictionaryToken of)
    {
        IsExceeded |= ++_streams > StreamsMax || (_bytes += bytes) > BytesMax || (!IsFont(of) && (_ofPage += bytes) > PageBytesMax);
        if (IsExceeded) throw new PdfTooLargeException();
    }

    private static bool IsFont(DictionaryToken of) => of.ContainsKey(NameToken.Length1)
        || (of.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Data is "Type1C" or "CIDFontType0C" or "OpenType");

    private sealed class Bound(IFilter inner, BoundedFilters budget) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Spend(Most(input), streamDictionary);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        /// <summary>The most that can come out.</summary>
        private long Most(Memory<byte> input) => inner switch
        {
            FlateFilter => Inflated(input.ToArray(), budget),
            LzwFilter => input.Length * 3000L, // Twelve bits may stand for 4,096 bytes.
            RunLengthFilter => input.Length * 64L,
            Ascii85Filter => input.Length * 4L, // A z is four zeros.
            AsciiHexDecodeFilter => input.Length,
            _ => BytesMax + 1, // Pictures: their sizes are what they say of themselves, and nobody reads them here.
        };

        private static long Inflated(byte[] input, BoundedFilters budget)
        {
            var room = BytesMax - budget._bytes;
            return Math.Max(Count(new ZLibStream(new MemoryStream(input), CompressionMode.Decompress), room),
                input.Length > 2 ? Count(new DeflateStream(new MemoryStream(input, 2, input.Length - 2), CompressionMode.Decompress), room) : 0);
        }

        private static long Count(Stream inflating, long room)
        {
            using (inflating)
            {
                var buffer = new byte[65536];
                var count = 0L;
                try
                {
                    while (count <= room && inflating.Read(buffer) is var read and > 0) count += read;
                }
                catch (InvalidDataException)
                {
                    // Broken from here on, for PdfPig too.
                }
                return count;
            }
        }
    }
}
