using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Data.Configurations;

internal sealed class MisTickConfiguration : IEntityTypeConfiguration<MisTick>
{
    public void Configure(EntityTypeBuilder<MisTick> builder)
    {
        builder.ToTable("MisTicks");
        builder.HasKey(tick => tick.EventId);
        builder.Property(tick => tick.EventId).ValueGeneratedNever();
        builder.Property(tick => tick.StaffName).HasMaxLength(TextLimits.Name);
        builder.HasOne<RecordEvent>().WithOne().HasForeignKey<MisTick>(tick => tick.EventId);
    }
}

internal sealed class CtfNumberConfiguration : IEntityTypeConfiguration<CtfNumber>
{
    public void Configure(EntityTypeBuilder<CtfNumber> builder)
    {
        builder.ToTable("CtfNumbers");
        builder.HasKey(number => new { number.SchoolId, number.Year, number.Number });
    }
}
