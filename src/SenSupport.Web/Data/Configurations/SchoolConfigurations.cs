using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Duties;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Data.Configurations;

internal sealed class SchoolConfiguration : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> builder)
    {
        builder.ToTable("Schools");
        builder.Property(school => school.Id).ValueGeneratedNever();
        builder.Ignore(school => school.SchoolId);
        builder.Ignore(school => school.PendingEvents);
        builder.Property(school => school.Version).IsConcurrencyToken();
        builder.Property(school => school.ReviewsBeforeSpecialist).HasDefaultValue(DutySchool.UsualReviews);
        builder.Property(school => school.Name).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.LocalAuthorityNumber).HasMaxLength(3);
        builder.Property(school => school.EstablishmentNumber).HasMaxLength(4);
        builder.Property(school => school.LocalAuthorityName).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.Phase).HasConversion<string>().HasMaxLength(40);
        builder.Property(school => school.LowestYear).HasMaxLength(2);
        builder.Property(school => school.HighestYear).HasMaxLength(2);
        builder.Property(school => school.HeadName).HasMaxLength(TextLimits.Name);
        builder.Property(school => school.Address).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.Telephone).HasMaxLength(TextLimits.Name);
        builder.Property(school => school.Website).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.SendiassName).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.SendiassPhone).HasMaxLength(TextLimits.Name);
        builder.Property(school => school.SendiassEmail).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.SendiassWebsite).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.LocalOfferAddress).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.Terms).HasJson<IReadOnlyList<SchoolTerm>, SchoolTerm>(list => list);
        builder.Property(school => school.InsetDays).HasJson<IReadOnlyList<DateOnly>, DateOnly>(list => list);
        builder.Property(school => school.RequiredStrands).HasJson<IReadOnlyList<StrandKind>, StrandKind>(list => list);
    }
}

internal sealed class SchoolStampConfiguration : IEntityTypeConfiguration<SchoolStamp>
{
    public void Configure(EntityTypeBuilder<SchoolStamp> builder)
    {
        builder.ToTable("SchoolStamps");
        builder.HasKey(stamp => stamp.SchoolId);
        builder.Property(stamp => stamp.SchoolId).ValueGeneratedNever();
        builder.HasOne<School>().WithOne().HasForeignKey<SchoolStamp>(stamp => stamp.SchoolId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SchoolLogoConfiguration : IEntityTypeConfiguration<SchoolLogo>
{
    public void Configure(EntityTypeBuilder<SchoolLogo> builder)
    {
        builder.ToTable("SchoolLogos");
        builder.Property(logo => logo.Id).ValueGeneratedNever();
        builder.Property(logo => logo.ContentType).HasMaxLength(20);
        builder.HasOne<School>().WithMany().HasForeignKey(logo => logo.SchoolId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SchoolClassConfiguration : IEntityTypeConfiguration<SchoolClass>
{
    public void Configure(EntityTypeBuilder<SchoolClass> builder)
    {
        builder.ToTable("Classes");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Ignore(row => row.PendingEvents);
        builder.Property(row => row.Name).HasMaxLength(TextLimits.Name);
        builder.Property(row => row.NcYear).HasMaxLength(2);
        builder.HasOne<School>().WithMany().HasForeignKey(row => row.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.SchoolId, row.Name }).IsUnique();
        builder.HasMany(row => row.Teachers).WithOne().HasForeignKey(teacher => teacher.ClassId);
    }
}

internal sealed class ClassTeacherConfiguration : IEntityTypeConfiguration<ClassTeacher>
{
    public void Configure(EntityTypeBuilder<ClassTeacher> builder)
    {
        builder.ToTable("ClassTeachers");
        builder.HasKey(teacher => new { teacher.StaffId, teacher.ClassId });
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(teacher => teacher.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("Staff");
        builder.Property(staff => staff.Id).ValueGeneratedNever();
        builder.Property(staff => staff.Name).HasMaxLength(TextLimits.Name);
        builder.Property(staff => staff.Version).IsConcurrencyToken();
        builder.Property(staff => staff.Email).HasMaxLength(TextLimits.Line);
        builder.Property(staff => staff.JobTitle).HasMaxLength(TextLimits.Name);

        // Folding can double a letter.
        builder.Property(staff => staff.SearchText).HasMaxLength(900);
        builder.Property(staff => staff.SortName).HasMaxLength(200);
        builder.HasIndex(staff => new { staff.SchoolId, staff.Email }).IsUnique().HasFilter("[Email] <> ''");
        builder.HasIndex(staff => new { staff.SchoolId, staff.SortName });
        builder.Ignore(staff => staff.PendingEvents);
        builder.Ignore(staff => staff.CanSignIn);
        builder.Ignore(staff => staff.IsWorkingSenco);
        builder.HasOne<School>().WithMany().HasForeignKey(staff => staff.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(staff => staff.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
