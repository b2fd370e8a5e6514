using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SenSupport.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReviewStepsAndViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CycleId",
                table: "AssessmentRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NextSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    ByWhen = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NextSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NextSteps_Staff_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NextSteps_SupportCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "SupportCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Of = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    InvitedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InvitedHow = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    How = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    GatheredBy = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    Statements = table.Column<string>(type: "TEXT", nullable: false),
                    GoesWell = table.Column<string>(type: "TEXT", nullable: false),
                    IsHard = table.Column<string>(type: "TEXT", nullable: false),
                    Helps = table.Column<string>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    PupilId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewViews_Pupils_PupilId",
                        column: x => x.PupilId,
                        principalTable: "Pupils",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewViews_Schools_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Schools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReviewViews_SupportCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "SupportCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentRequests_CycleId",
                table: "AssessmentRequests",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_NextSteps_CycleId",
                table: "NextSteps",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_NextSteps_OwnerId_DoneOn",
                table: "NextSteps",
                columns: new[] { "OwnerId", "DoneOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_CycleId",
                table: "ReviewViews",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_PupilId",
                table: "ReviewViews",
                column: "PupilId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewViews_SchoolId",
                table: "ReviewViews",
                column: "SchoolId");

            migrationBuilder.AddForeignKey(
                name: "FK_AssessmentRequests_SupportCycles_CycleId",
                table: "AssessmentRequests",
                column: "CycleId",
                principalTable: "SupportCycles",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AssessmentRequests_SupportCycles_CycleId",
                table: "AssessmentRequests");

            migrationBuilder.DropTable(
                name: "NextSteps");

            migrationBuilder.DropTable(
                name: "ReviewViews");

            migrationBuilder.DropIndex(
                name: "IX_AssessmentRequests_CycleId",
                table: "AssessmentRequests");

            migrationBuilder.DropColumn(
                name: "CycleId",
                table: "AssessmentRequests");
        }
    }
}
