namespace Revitalization.Contracts.Imports;

/// <summary>Where an import stands (导入进度).</summary>
public static class ImportStates
{
    /// <summary>已接收: the file is stored and checked; rows wait for their turn.</summary>
    public const string Received = "received";

    /// <summary>导入中.</summary>
    public const string Running = "running";

    /// <summary>已完成: every row was read; good rows are committed, bad ones stand in the error file.</summary>
    public const string Completed = "completed";

    /// <summary>已取消: rows committed before stay committed; it may be resumed while its file is kept.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>已中止: the file could not be read to its end; <see cref="ImportProgress.Problem"/> says why.</summary>
    public const string Failed = "failed";

    /// <summary>已中断: a fault of the platform's own met it again and again; what is committed stays, and it may be resumed as a cancelled one.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Over, until somebody resumes it.</summary>
    public static bool IsFinal(string state) => state is Completed or Failed || IsResumable(state);

    public static bool IsResumable(string state) => state is Cancelled or Interrupted;
}

/// <summary>One import as <c>GET /api/imports/{id}</c> answers it. Nothing in it is personal.</summary>
/// <param name="Id">Identifies the import; stands in its address.</param>
/// <param name="Kind">One of <see cref="ImportKinds.Open"/> or <see cref="ImportKinds.OfPartner"/>.</param>
/// <param name="Region">Region the uploader acts for, its significant digits (<c>510823</c>), or <c>partnership:</c> and its code; every row must lie in it.</param>
/// <param name="Source">来源: whose layout the sheet has, such as <c>全国防返贫监测信息系统</c>; names the saved column mapping.</param>
/// <param name="State">One of <see cref="ImportStates"/>.</param>
/// <param name="Format"><c>csv</c> or <c>xlsx</c>.</param>
/// <param name="Encoding"><c>UTF-8</c> or <c>GB18030</c>; null for XLSX.</param>
/// <param name="RowsRead">Rows below the headings read so far.</param>
/// <param name="Committed">Rows that changed the register.</param>
/// <param name="Unchanged">Rows that say what the register already says.</param>
/// <param name="Refused">Rows in the error file; of them <paramref name="Duplicates"/> repeat another row of the file.</param>
/// <param name="PerSecond">Rows a second since the start (or restart).</param>
/// <param name="FilesDeletedOn">Day after which the uploaded file and the error file are deleted.</param>
/// <param name="FilesDeleted">Whether they are gone.</param>
/// <param name="UnknownColumns">Headings that no field is mapped to; their cells are ignored.</param>
/// <param name="Cleanings">What was cleaned, by column: never silently.</param>
/// <param name="Reasons">How many rows were refused for which reason.</param>
/// <param name="Problem">Why the import failed or was interrupted, else null.</param>
public sealed record ImportProgress(
    string Id, string Kind, string Region, string Source, string State, string Format, string? Encoding,
    long RowsRead, long Committed, long Unchanged, long Refused, long Duplicates, double PerSecond,
    string UploadedBy, DateTimeOffset UploadedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt,
    DateOnly FilesDeletedOn, bool FilesDeleted,
    IReadOnlyList<string> UnknownColumns, IReadOnlyList<CleaningCount> Cleanings, IReadOnlyList<ReasonCount> Reasons,
    ImportProblem? Problem);

/// <summary>Cells of a column that were cleaned (清洗) in one way.</summary>
/// <param name="Column">Heading as the sheet writes it.</param>
/// <param name="Kind">A member of <c>TextCleaning</c>, such as <c>Traditional</c>; <paramref name="Title"/> is its Chinese name.</param>
public sealed record CleaningCount(string Column, string Kind, string Title, long Cells);

/// <summary>Rows refused for one reason.</summary>
/// <param name="Code">Refusal code, such as <c>import-row.duplicate-in-file</c>.</param>
public sealed record ReasonCount(string Code, string Title, long Rows);

/// <summary>Why an import stopped before its last row.</summary>
/// <param name="Detail">What to do, in Chinese, naming row, column or byte where known; no cell's content.</param>
public sealed record ImportProblem(string Code, string Title, string Detail);

/// <summary>A page of imports, newest first.</summary>
/// <param name="Cursor">Names the next page; null on the last.</param>
public sealed record ImportPage(IReadOnlyList<ImportProgress> Items, string? Cursor);
