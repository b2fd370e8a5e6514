using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CyclesByPupil : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_SupportCycles_SchoolId_PupilId_Number_Version",
                table: "SupportCycles",
                columns: new[] { "SchoolId", "PupilId", "Number", "Version" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SupportCycles_SchoolId_PupilId_Number_Version",
                table: "SupportCycles");
        }
    }
}
