using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Temp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPoints_PupilId",
                table: "AssessmentPoints",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPoints_SchoolId",
                table: "AssessmentPoints",
                column: "SchoolId");

            migrationBuilder.AddForeignKey(
                name: "FK_AssessmentPoints_Schools_SchoolId",
                table: "AssessmentPoints",
                column: "SchoolId",
                principalTable: "Schools",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AssessmentPoints_Schools_SchoolId",
                table: "AssessmentPoints");

            migrationBuilder.DropIndex(
                name: "IX_AssessmentPoints_PupilId",
                table: "AssessmentPoints");

            migrationBuilder.DropIndex(
                name: "IX_AssessmentPoints_SchoolId",
                table: "AssessmentPoints");
        }
    }
}
