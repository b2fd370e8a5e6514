using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SenSupport.Domain.Banks;
using SenSupport.Domain.Cycles;
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
        builder.Property(entry => entry.Fields).HasWholeJson<IReadOnlyDictionary<string, string>, Dictionary<string, string>>();
        builder.HasOne<School>().WithMany().HasForeignKey(entry => entry.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(entry => new { entry.SchoolId, entry.Kind, entry.Key }).IsUnique();
        builder.Ignore(entry => entry.HasWords);
        builder.Ignore(entry => entry.PendingEvents);
    }
}

internal sealed class ChecklistConfiguration : IEntityTypeConfiguration<Checklist>
{
    public void Configure(EntityTypeBuilder<Checklist> builder)
    {
        builder.ToTable("Checklists");
        builder.Property(checklist => checklist.Id).ValueGeneratedNever();
        builder.Property(checklist => checklist.Version).IsConcurrencyToken();
        builder.Property(checklist => checklist.Key).HasMaxLength(TextLimits.Name);
        builder.HasOne<School>().WithMany().HasForeignKey(checklist => checklist.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(checklist => new { checklist.SchoolId, checklist.Key }).IsUnique();
        builder.HasMany(checklist => checklist.Versions).WithOne().HasForeignKey(version => version.ChecklistId);
        builder.Ignore(checklist => checklist.LatestVersion);
        builder.Ignore(checklist => checklist.PendingEvents);
    }
}

internal sealed class ChecklistVersionConfiguration : IEntityTypeConfiguration<ChecklistVersion>
{
    public void Configure(EntityTypeBuilder<ChecklistVersion> builder)
    {
        builder.ToTable("ChecklistVersions");
        builder.HasKey(version => new { version.ChecklistId, version.Number });
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Content).HasWholeJson<ChecklistContent, ChecklistContent>();
        builder.Property(version => version.WrittenBy).HasMaxLength(TextLimits.Name);
    }
}

internal sealed class ChecklistAnswersConfiguration : IEntityTypeConfiguration<ChecklistAnswers>
{
    public void Configure(EntityTypeBuilder<ChecklistAnswers> builder)
    {
        builder.ToTable("ChecklistAnswers");
        builder.Property(answers => answers.Id).ValueGeneratedNever();
        builder.Property(answers => answers.Version).IsConcurrencyToken();
        builder.Property(answers => answers.Key).HasMaxLength(TextLimits.Name);
        builder.Property(answers => answers.StaffName).HasMaxLength(TextLimits.Name);
        builder.Property(answers => answers.Content).HasWholeJson<ChecklistContent, ChecklistContent>();
        builder.Property(answers => answers.Values).HasWholeJson<IReadOnlyDictionary<string, int?>, Dictionary<string, int?>>();
        builder.HasOne<SupportCycle>().WithMany().HasForeignKey(answers => answers.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(answers => answers.CycleId);
        builder.Ignore(answers => answers.PendingEvents);
    }
}

internal static class WholeJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    // What is kept so is replaced as a whole and never changed in place.
    public static PropertyBuilder<T> HasWholeJson<T, TStored>(this PropertyBuilder<T> property)
        where T : class
        where TStored : T =>
        property.HasConversion(
            new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Options), text => JsonSerializer.Deserialize<TStored>(text, Options)!),
            new ValueComparer<T>((one, other) => ReferenceEquals(one, other), value => 0, value => value));
}
