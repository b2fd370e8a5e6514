using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.Configurations;

internal sealed class RollOverConfiguration : IEntityTypeConfiguration<RollOver>
{
    public void Configure(EntityTypeBuilder<RollOver> builder)
    {
        builder.ToTable("RollOvers");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.AppliedBy).HasMaxLength(TextLimits.Name);
        builder.Property(row => row.UndoneBy).HasMaxLength(TextLimits.Name);
        builder.Property(row => row.Plan).HasConversion(plan => Text(plan), text => JsonSerializer.Deserialize<RollOverPlan>(text, JsonSerializerOptions.Default)!);
        builder.Property(row => row.Moves).HasConversion(moves => Text(moves), text => JsonSerializer.Deserialize<RollOverMoves>(text, JsonSerializerOptions.Default)!);
        builder.HasOne<School>().WithMany().HasForeignKey(row => row.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.SchoolId, row.StartYear });
        builder.Ignore(row => row.Into);
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Default);
}
