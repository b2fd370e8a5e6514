using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Data.Configurations;

internal sealed class RecordEventConfiguration : IEntityTypeConfiguration<RecordEvent>
{
    public void Configure(EntityTypeBuilder<RecordEvent> builder)
    {
        builder.ToTable("RecordEvents");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.StaffName).HasMaxLength(TextLimits.Name);
        builder.Property(row => row.Summary).HasMaxLength(400);
        builder.Property(row => row.Changes).HasJson<IReadOnlyList<FieldChange>, FieldChange>(list => list);
        builder.HasIndex(row => new { row.PupilId, row.At });
        builder.HasIndex(row => new { row.RecordId, row.VersionBefore });
        builder.HasIndex(row => new { row.SchoolId, row.Kind, row.At });
    }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.HasKey(draft => new { draft.StaffId, draft.Page });
        builder.Property(draft => draft.Page).HasMaxLength(200);
    }
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("ProtectionKeys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Name).HasMaxLength(200);
    }
}
