using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.Configurations;

internal sealed class PupilConfiguration : IEntityTypeConfiguration<Pupil>
{
    public void Configure(EntityTypeBuilder<Pupil> builder)
    {
        builder.ToTable("Pupils");
        builder.Property(pupil => pupil.Id).ValueGeneratedNever();
        builder.Property(pupil => pupil.Version).IsConcurrencyToken();
        builder.Property(pupil => pupil.Upn).HasMaxLength(13);
        builder.Property(pupil => pupil.Surname).HasMaxLength(TextLimits.Name);
        builder.Property(pupil => pupil.Forename).HasMaxLength(TextLimits.Name);
        builder.Property(pupil => pupil.KnownAs).HasMaxLength(TextLimits.Name);
        builder.Property(pupil => pupil.NcYear).HasMaxLength(2);
        builder.Property(pupil => pupil.FirstLanguage).HasMaxLength(TextLimits.Name);
        builder.Property(pupil => pupil.Background).HasMaxLength(-1);
        builder.Property(pupil => pupil.Disability).HasMaxLength(-1);
        builder.Property(pupil => pupil.NoAdjustmentReason).HasMaxLength(-1);
        builder.Property(pupil => pupil.Destination).HasMaxLength(TextLimits.Line);

        // Folding can double a letter (ß becomes ss).
        builder.Property(pupil => pupil.SearchText).HasMaxLength(650);
        builder.Property(pupil => pupil.SortName).HasMaxLength(450);
        builder.HasOne<School>().WithMany().HasForeignKey(pupil => pupil.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SchoolClass>().WithMany().HasForeignKey(pupil => pupil.ClassId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(pupil => pupil.ResponsibleTeacherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(pupil => new { pupil.SchoolId, pupil.Status, pupil.SortName });
        builder.HasIndex(pupil => new { pupil.SchoolId, pupil.Upn });
        builder.HasMany(pupil => pupil.StatusPeriods).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.Needs).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.Diagnoses).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.Contacts).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.Profiles).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.Letters).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.FormerUpns).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.FlagPeriods).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.Adjustments).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.Documents).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.PastPlans).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.ReceivedRecords).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.DutyRecords).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.DutiesSetAside).WithOne().HasForeignKey("PupilId").IsRequired();
        builder.HasMany(pupil => pupil.Supporters).WithOne().HasForeignKey(supporter => supporter.PupilId);
        builder.Ignore(pupil => pupil.PendingEvents);
        builder.Ignore(pupil => pupil.CurrentNeeds);
    }
}

internal sealed class SenStatusPeriodConfiguration : IEntityTypeConfiguration<SenStatusPeriod>
{
    public void Configure(EntityTypeBuilder<SenStatusPeriod> builder)
    {
        builder.ToTable("SenStatusPeriods");
        builder.Property(period => period.Id).ValueGeneratedNever();
        builder.Property(period => period.Reason).HasMaxLength(-1);
    }
}

internal sealed class NeedConfiguration : IEntityTypeConfiguration<Need>
{
    public void Configure(EntityTypeBuilder<Need> builder)
    {
        builder.ToTable("Needs");
        builder.Property(need => need.Id).ValueGeneratedNever();
        builder.Property(need => need.Code).HasMaxLength(8);
    }
}

internal sealed class DiagnosisConfiguration : IEntityTypeConfiguration<Diagnosis>
{
    public void Configure(EntityTypeBuilder<Diagnosis> builder)
    {
        builder.ToTable("Diagnoses");
        builder.Property(diagnosis => diagnosis.Id).ValueGeneratedNever();
        builder.Property(diagnosis => diagnosis.Name).HasMaxLength(TextLimits.Line);
        builder.Property(diagnosis => diagnosis.MadeBy).HasMaxLength(TextLimits.Line);
        builder.Property(diagnosis => diagnosis.Source).HasMaxLength(TextLimits.Line);
    }
}

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("Contacts");
        builder.Property(contact => contact.Id).ValueGeneratedNever();
        builder.Property(contact => contact.Name).HasMaxLength(TextLimits.Name);
        builder.Property(contact => contact.Relation).HasMaxLength(TextLimits.Name);
        builder.Property(contact => contact.Email).HasMaxLength(TextLimits.Line);
        builder.Property(contact => contact.Phone).HasMaxLength(TextLimits.Name);
        builder.Property(contact => contact.Language).HasMaxLength(TextLimits.Name);
        builder.Property(contact => contact.CommunicationNeeds).HasMaxLength(TextLimits.Line);
        builder.Property(contact => contact.Address).HasMaxLength(TextLimits.Line);
    }
}

internal sealed class PupilProfileConfiguration : IEntityTypeConfiguration<PupilProfile>
{
    public void Configure(EntityTypeBuilder<PupilProfile> builder)
    {
        builder.ToTable("PupilProfiles");
        builder.Property(profile => profile.Id).ValueGeneratedNever();
        builder.Property(profile => profile.HowGathered).HasMaxLength(TextLimits.Line);
        builder.Property(profile => profile.GivenBy).HasConversion<string>().HasMaxLength(20).HasDefaultValue(ProfileWords.Pupil).ValueGeneratedNever();
        builder.Property(profile => profile.RecordedBy).HasMaxLength(TextLimits.Name);
    }
}

internal sealed class PupilSupporterConfiguration : IEntityTypeConfiguration<PupilSupporter>
{
    public void Configure(EntityTypeBuilder<PupilSupporter> builder)
    {
        builder.ToTable("PupilSupporters");
        builder.HasKey(supporter => new { supporter.PupilId, supporter.StaffId });
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(supporter => supporter.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(supporter => supporter.StaffId);
    }
}
