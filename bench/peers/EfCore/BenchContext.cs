using Microsoft.EntityFrameworkCore;

namespace Revitalization.EfCore;

public sealed record Sum(string IndicatorCode, string Period, decimal Total);

/// <summary>A row of the bench's table.</summary>
public sealed class Observation
{
    public required string RegionCode { get; init; }

    public required string Period { get; init; }

    public required string IndicatorCode { get; init; }

    public required string RegionLevel { get; init; }

    public required string PeriodKind { get; init; }

    public decimal? Value { get; init; }

    public required string Status { get; init; }

    public string? Note { get; init; }

    public int Release { get; init; }
}

public sealed class BenchContext(DbContextOptions<BenchContext> options) : DbContext(options)
{
    public DbSet<Observation> Observations => Set<Observation>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Observation>(row =>
    {
        row.ToTable("observations").HasKey(each => new { each.RegionCode, each.Period, each.IndicatorCode });
        row.Property(each => each.RegionCode).HasColumnName("region_code");
        row.Property(each => each.Period).HasColumnName("period");
        row.Property(each => each.IndicatorCode).HasColumnName("indicator_code");
        row.Property(each => each.RegionLevel).HasColumnName("region_level");
        row.Property(each => each.PeriodKind).HasColumnName("period_kind");
        row.Property(each => each.Value).HasColumnName("value");
        row.Property(each => each.Status).HasColumnName("status");
        row.Property(each => each.Note).HasColumnName("note");
        row.Property(each => each.Release).HasColumnName("release");
    });
}
