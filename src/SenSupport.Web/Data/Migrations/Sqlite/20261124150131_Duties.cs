using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Duties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "GapCount",
                table: "SupportCycles");

            migrationBuilder.AddColumn<bool>(
                name: "SubstantiallyBelow",
                table: "SupportCycles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ReviewsBeforeSpecialist",
                table: "Schools",
                type: "INTEGER",
                nullable: false,
                defaultValue: 2);

            migrationBuilder.CreateTable(
                name: "DutiesSetAside",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    PupilId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutiesSetAside", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DutiesSetAside_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanReaders",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExemptReason = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanReaders", x => new { x.CycleId, x.StaffId });
                    table.ForeignKey(
                        name: "FK_PlanReaders_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanReaders_SupportCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "SupportCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DutiesSetAside_PupilId",
                table: "DutiesSetAside",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanReaders_StaffId",
                table: "PlanReaders",
                column: "StaffId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DutiesSetAside");

            migrationBuilder.DropTable(
                name: "PlanReaders");

            migrationBuilder.DropColumn(
                name: "ReviewsBeforeSpecialist",
                table: "Schools");

            migrationBuilder.DropColumn(
                name: "SubstantiallyBelow",
                table: "SupportCycles");

            migrationBuilder.AddColumn<int>(
                name: "GapCount",
                table: "SupportCycles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }
    }
}
