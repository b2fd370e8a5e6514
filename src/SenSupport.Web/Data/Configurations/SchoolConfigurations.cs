using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
        builder.Property(school => school.Name).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.LocalAuthorityNumber).HasMaxLength(3);
        builder.Property(school => school.EstablishmentNumber).HasMaxLength(4);
        builder.Property(school => school.Address).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.SendiassName).HasMaxLength(TextLimits.Line);
        builder.Property(school => school.SendiassPhone).HasMaxLength(TextLimits.Name);
        builder.Ignore(school => school.Terms);
        builder.Property<List<SchoolTerm>>("terms").HasColumnName("Terms").HasJson<List<SchoolTerm>, SchoolTerm>(list => list);
    }
}

internal sealed class SchoolClassConfiguration : IEntityTypeConfiguration<SchoolClass>
{
    public void Configure(EntityTypeBuilder<SchoolClass> builder)
    {
        builder.ToTable("Classes");
        builder.Property(row => row.Id).ValueGeneratedNever();
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
