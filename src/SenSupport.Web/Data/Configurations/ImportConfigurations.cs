using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Data.Configurations;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports");
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.Version).IsConcurrencyToken();
        builder.Property(import => import.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(import => import.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(import => import.StaffName).HasMaxLength(TextLimits.Name);
        builder.Property(import => import.ActedBy).HasMaxLength(TextLimits.Name);
        builder.Property(import => import.AppliedBy).HasMaxLength(TextLimits.Name);
        builder.Property(import => import.UndoneBy).HasMaxLength(TextLimits.Name);
        builder.Property(import => import.FileName).HasMaxLength(TextLimits.Line);
        builder.Property(import => import.Sha256).HasMaxLength(64);
        builder.Property(import => import.Confirmed).HasMaxLength(64);
        builder.Property(import => import.Problem).HasMaxLength(TextLimits.Line);
        builder.HasIndex(import => new { import.SchoolId, import.At });
        builder.HasIndex(import => import.State);
    }
}

internal sealed class ImportEntryConfiguration : IEntityTypeConfiguration<ImportEntry>
{
    public void Configure(EntityTypeBuilder<ImportEntry> builder)
    {
        builder.ToTable("ImportEntries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Name).HasMaxLength(2 * TextLimits.Line);
        builder.Property(entry => entry.Summary).HasMaxLength(RecordEvent.LongestSummary);
        builder.Property(entry => entry.Act).HasConversion<string>().HasMaxLength(40);
        builder.HasOne<Import>().WithMany().HasForeignKey(entry => entry.ImportId);
        builder.HasIndex(entry => new { entry.ImportId, entry.Line });
        builder.HasIndex(entry => entry.RecordId);
    }
}

internal sealed class ImportMappingConfiguration : IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportMapping> builder)
    {
        builder.ToTable("ImportMappings");
        builder.HasKey(mapping => new { mapping.SchoolId, mapping.Kind, mapping.Signature });
        builder.Property(mapping => mapping.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(mapping => mapping.Signature).HasMaxLength(64);
    }
}
