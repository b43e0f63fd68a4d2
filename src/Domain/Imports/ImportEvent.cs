using System.Collections.Immutable;

namespace Revitalization.Domain.Imports;

/// <summary>A fact about one import (导入); its stream is <c>import/{id}</c>. Holds no cell of the sheet.</summary>
public abstract record ImportEvent;

/// <summary>The file is stored and its headings were understood.</summary>
/// <param name="Region">Significant digits of the region the uploader acts for.</param>
/// <param name="Role">The uploader's role and scopes at that moment: rows are committed with no more right than that.</param>
/// <param name="DeleteFilesOn">Day on which the uploaded file and the error file go.</param>
/// <param name="Mapping">The source's column mapping by which the headings were understood, none where it had none; its rows are read by it
/// to the end, whatever is saved meanwhile. Null in what was received before this was kept: such a file is read by what is saved now.</param>
public sealed record ImportReceived(
    string Kind, string Region, string Source, string Format, string? Encoding, long Bytes,
    string UploadedBy, string Role, ImmutableArray<string> Scopes, DateTimeOffset UploadedAt, DateOnly DeleteFilesOn,
    ImmutableArray<string> UnknownColumns, ImmutableArray<ColumnRule>? Mapping) : ImportEvent;

/// <summary>Rows begin to be read, for the first time or after a stop.</summary>
public sealed record ImportStarted(DateTimeOffset At) : ImportEvent;

/// <summary>All rows up to <see cref="ImportTally.Row"/> are committed or in the error file.</summary>
public sealed record ImportAdvanced(ImportTally Tally) : ImportEvent;

public sealed record ImportCompleted(ImportTally Tally, DateTimeOffset At) : ImportEvent;

public sealed record ImportCancelled(DateTimeOffset At) : ImportEvent;

/// <summary>A fault of our own met it again and again at the same place; its file is not to blame.</summary>
public sealed record ImportInterrupted(DateTimeOffset At) : ImportEvent;

/// <summary>A cancelled or interrupted import goes on from where it stopped.</summary>
public sealed record ImportResumed(DateTimeOffset At) : ImportEvent;

/// <summary>The file could not be read to its end.</summary>
/// <param name="Code">Refusal code.</param>
/// <param name="Detail">In Chinese, naming row or byte; no content.</param>
public sealed record ImportFailed(string Code, string Detail, DateTimeOffset At) : ImportEvent;

/// <summary>Uploaded file, error file and their key are gone.</summary>
public sealed record ImportFilesDeleted(DateTimeOffset At) : ImportEvent;
