using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.Configurations;

internal sealed class BankEntryConfiguration : IEntityTypeConfiguration<BankEntry>
{
    public void Configure(EntityTypeBuilder<BankEntry> builder)
    {
        builder.ToTable("BankEntries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Version).IsConcurrencyToken();
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(entry => entry.Key).HasMaxLength(TextLimits.Name);
        builder.Property(entry => entry.Fields).HasConversion(
            new ValueConverter<IReadOnlyDictionary<string, string>, string>(
                fields => JsonSerializer.Serialize(fields, JsonSerializerOptions.Default),
                text => JsonSerializer.Deserialize<Dictionary<string, string>>(text, JsonSerializerOptions.Default)!),
            new ValueComparer<IReadOnlyDictionary<string, string>>(
                (one, other) => one!.SequenceEqual(other!),
                fields => fields.Count,
                fields => fields));
        builder.HasOne<School>().WithMany().HasForeignKey(entry => entry.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(entry => new { entry.SchoolId, entry.Kind, entry.Key }).IsUnique();
        builder.Ignore(entry => entry.HasWords);
        builder.Ignore(entry => entry.PendingEvents);
    }
}
