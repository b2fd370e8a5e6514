using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PupilDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "Attendance",
                table: "Pupils",
                type: "decimal(9,2)",
                precision: 9,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AttendanceOn",
                table: "Pupils",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Destination",
                table: "Pupils",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Disability",
                table: "Pupils",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "InResourcedProvision",
                table: "Pupils",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "InSenUnit",
                table: "Pupils",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LeftOn",
                table: "Pupils",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NoAdjustmentReason",
                table: "Pupils",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PhotoId",
                table: "Pupils",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DocumentId",
                table: "Diagnoses",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Diagnoses",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "Contacts",
                type: "nvarchar(250)",
                maxLength: 250,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "DutyRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Who = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DutyRecords_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FileContents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SchoolId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileContents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FormerUpns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Upn = table.Column<string>(type: "nvarchar(13)", maxLength: 13, nullable: false),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerUpns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerUpns_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PastPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Result = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PastPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PastPlans_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PupilDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    Size = table.Column<int>(type: "int", nullable: false),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AddedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PupilDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PupilDocuments_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PupilFlagPeriods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Flag = table.Column<int>(type: "int", nullable: false),
                    Start = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<DateOnly>(type: "date", nullable: true),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PupilFlagPeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PupilFlagPeriods_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReasonableAdjustments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Start = table.Column<DateOnly>(type: "date", nullable: false),
                    End = table.Column<DateOnly>(type: "date", nullable: true),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReasonableAdjustments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReasonableAdjustments_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Baselines = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PupilId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReceivedRecords_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DutyRecords_PupilId",
                table: "DutyRecords",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_FileContents_SchoolId",
                table: "FileContents",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerUpns_PupilId",
                table: "FormerUpns",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerUpns_Upn",
                table: "FormerUpns",
                column: "Upn");

            migrationBuilder.CreateIndex(
                name: "IX_PastPlans_PupilId",
                table: "PastPlans",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_PupilDocuments_PupilId",
                table: "PupilDocuments",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_PupilFlagPeriods_PupilId",
                table: "PupilFlagPeriods",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_ReasonableAdjustments_PupilId",
                table: "ReasonableAdjustments",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedRecords_PupilId",
                table: "ReceivedRecords",
                column: "PupilId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DutyRecords");

            migrationBuilder.DropTable(
                name: "FileContents");

            migrationBuilder.DropTable(
                name: "FormerUpns");

            migrationBuilder.DropTable(
                name: "PastPlans");

            migrationBuilder.DropTable(
                name: "PupilDocuments");

            migrationBuilder.DropTable(
                name: "PupilFlagPeriods");

            migrationBuilder.DropTable(
                name: "ReasonableAdjustments");

            migrationBuilder.DropTable(
                name: "ReceivedRecords");

            migrationBuilder.DropColumn(
                name: "Attendance",
                table: "Pupils");

            migrationBuilder.DropColumn(
                name: "AttendanceOn",
                table: "Pupils");

            migrationBuilder.DropColumn(
                name: "Destination",
                table: "Pupils");

            migrationBuilder.DropColumn(
                name: "Disability",
                table: "Pupils");

            migrationBuilder.DropColumn(
                name: "InResourcedProvision",
                table: "Pupils");

            migrationBuilder.DropColumn(
                name: "InSenUnit",
                table: "Pupils");

            migrationBuilder.DropColumn(
                name: "LeftOn",
                table: "Pupils");

            migrationBuilder.DropColumn(
                name: "NoAdjustmentReason",
                table: "Pupils");

            migrationBuilder.DropColumn(
                name: "PhotoId",
                table: "Pupils");

            migrationBuilder.DropColumn(
                name: "DocumentId",
                table: "Diagnoses");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Diagnoses");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "Contacts");
        }
    }
}
