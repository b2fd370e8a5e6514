using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Progress;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Data.Configurations;

internal sealed class AssessmentPointConfiguration : IEntityTypeConfiguration<AssessmentPoint>
{
    public void Configure(EntityTypeBuilder<AssessmentPoint> builder)
    {
        builder.ToTable("AssessmentPoints");
        builder.BePupilRecord();
        builder.Property(point => point.Measure).HasMaxLength(TextLimits.Name);
        builder.Property(point => point.Stage).HasMaxLength(TextLimits.Name);
        builder.Property(point => point.StaffName).HasMaxLength(TextLimits.Name);
        builder.HasIndex(point => new { point.PupilId, point.On });
    }
}
